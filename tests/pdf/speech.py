"""What a page says in each language, written a second time, so that this and the
locale check each other: dates, times, labels, and the words that are always the
same.  expected.py asks one of these for what a document does not say itself."""

import datetime

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split()
ENGLISH_MONTHS = ("January February March April May June July August September "
                  "October November December").split()
ENGLISH_LANGUAGES = {"ar": "Arabic", "en": "English", "es": "Spanish",
                     "fr": "French", "ru": "Russian", "zh": "Chinese"}


def parts(iso):
    return [int(n) for n in iso.split("-")]


def weekday(iso):
    """0 for Monday."""
    return datetime.date(*parts(iso)).weekday()


def hours(time):
    return [int(n) for n in time.split(":")]


class Speech:
    """Of a document of a date.  Subclasses state words and forms."""

    quotes, inner_quotes = "“”", "‘’"
    stops = {"opening": ":", "more": ";", "last": "."}
    brackets = " (", ")"

    def __init__(self, issued):
        self.issued = issued
        self.dash = "-" if issued < "2017" else "–"

    # -- the masthead

    def masthead(self, distribution, date, language, original):
        """The lines of its right column."""
        lines = ["Distr.: " + distribution.capitalize(),
                 "%d %s %d" % (parts(date)[2],
                               ENGLISH_MONTHS[parts(date)[1] - 1],
                               parts(date)[0])]
        if original != language:
            lines.append(ENGLISH_LANGUAGES[language])
        return lines + ["Original: " + ENGLISH_LANGUAGES[original]]

    # -- labels

    def item(self, number):
        return "%d." % number

    def letter(self, number):
        return "%s)" % self.alphabet(number)

    def roman(self, number):
        return "%s)" % ROMAN[(number - 1) % 12]

    @staticmethod
    def alphabet(number):
        text = ""
        while number:
            number, rest = divmod(number - 1, 26)
            text = chr(97 + rest) + text
        return text

    def label(self, depth, number):
        return [self.item, self.letter, self.roman][depth](number)

    def list_label(self, depth, number):
        return [self.letter, self.roman,
                lambda n: self.alphabet(n) + "."][depth](number)

    def sub_item(self, number, label):
        return number + " " + label

    def annex(self, number=None, word="annex"):
        return self.words[word] + (
            " " + ROMAN[number - 1].upper() if number else "")

    @staticmethod
    def elsewhere(title, is_sub_item):
        """A title outside of the list."""
        return title

    # -- dates

    # a span within a month, and the same in a sentence: the first day, and the
    # date of the last
    SPAN = SENTENCE = "%s-%s"

    @staticmethod
    def day(number):
        return str(number)

    def days(self, form, start, end):
        assert parts(start)[:2] == parts(end)[:2]
        return form % (self.day(parts(start)[2]), self.date(end))

    def span(self, start, end):
        return self.days(self.SPAN, start, end)

    def dates(self, start, end):
        return self.days(self.SENTENCE, start, end)

    def meeting(self, place, start, end):
        return "%s, %s" % (place, self.span(start, end))


class English(Speech):
    words = {
        "united-nations": "United Nations",
        "provisional-agenda": "Provisional agenda",
        "annotations": "Annotations", "documentation": "Documentation",
        "annex": "Annex", "appendix": "Appendix", "continued": "continued",
        "columns": "Date Time Item Title or description",
    }
    DAYS = ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday").split()

    def letter(self, number):
        return "(%s)" % self.alphabet(number)

    def roman(self, number):
        return "(%s)" % ROMAN[(number - 1) % 12]

    def date(self, iso, weekdays=False):
        y, m, d = parts(iso)
        text = "%d %s %d" % (d, ENGLISH_MONTHS[m - 1], y)
        return self.DAYS[weekday(iso)] + ", " + text if weekdays else text

    def cell(self, iso):
        return self.date(iso, True)

    def span(self, start, end, dash=None, before=""):
        """Two dates; what they share is said once."""
        if start == end:
            return self.date(start)
        (y, m, d), (y2, m2, _) = parts(start), parts(end)
        first = "%d" % d
        if (y, m) != (y2, m2):
            first += " " + ENGLISH_MONTHS[m - 1]
        if y != y2:
            first += " %d" % y
        return before + first + (dash or self.dash) + self.date(end)

    def dates(self, start, end):
        if parts(start)[:2] == parts(end)[:2] \
                and parts(end)[2] == parts(start)[2] + 1:
            return self.span(start, end, " and ", "on ")
        return self.span(start, end, " to ", "from ")

    def clock(self, time, half=True):
        hour, minute = hours(time)
        if time == "12:00":
            return "12 noon"
        text = str((hour + 11) % 12 + 1)
        if minute:
            text += ".%02d" % minute
        return text + (" a.m." if hour < 12 else " p.m.") if half else text

    def times(self, start, end):
        half = hours(start)[0] < 12, hours(end)[0] < 12
        return self.clock(start, start == "12:00" or half[0] != half[1]) \
            + self.dash + self.clock(end)


class Romance(Speech):
    """French and Spanish."""

    def masthead(self, distribution, date, language, original):
        assert distribution == "general"
        lines = [self.general, self.date(date)]
        if original != language:
            lines.append(self.LANGUAGES[language].capitalize())
        return lines + ["Original: " + self.LANGUAGES[original]]

    def cell(self, iso):
        return self.date(iso, True).capitalize()


class French(Romance):
    general = "Distr. générale"
    SENTENCE = "du %s au %s"
    quotes, inner_quotes = ("« ", " »"), "“”"
    words = {
        "united-nations": "Nations Unies",
        "provisional-agenda": "Ordre du jour provisoire",
        "annotations": "Annotations", "documentation": "Documentation",
        "annex": "Annexe", "continued": "suite",
        "columns": "Date Heure Point Titre ou description",
    }
    MONTHS = ("janvier février mars avril mai juin juillet août septembre "
              "octobre novembre décembre").split()
    DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
    LANGUAGES = {"ar": "arabe", "en": "anglais", "es": "espagnol",
                 "fr": "français", "ru": "russe", "zh": "chinois"}

    @staticmethod
    def day(number):
        return "1er" if number == 1 else str(number)

    def date(self, iso, weekdays=False):
        y, m, d = parts(iso)
        text = "%s %s %d" % (self.day(d), self.MONTHS[m - 1], y)
        return self.DAYS[weekday(iso)] + " " + text if weekdays else text

    def clock(self, time):
        hour, minute = hours(time)
        return "%d h %02d" % (hour, minute) if minute else "%d heures" % hour

    def times(self, start, end):
        return self.clock(start) + "-" + self.clock(end)


class Spanish(Romance):
    general = "Distr. general"
    SPAN, SENTENCE = "%s a %s", "del %s al %s"
    words = {
        "united-nations": "Naciones Unidas",
        "provisional-agenda": "Programa provisional",
        "annotations": "Anotaciones", "documentation": "Documentación",
        "annex": "Anexo", "continued": "continuación",
        "columns": "Fecha Hora Tema Título o descripción",
    }
    MONTHS = ("enero febrero marzo abril mayo junio julio agosto septiembre "
              "octubre noviembre diciembre").split()
    DAYS = "lunes martes miércoles jueves viernes sábado domingo".split()
    LANGUAGES = {"ar": "árabe", "en": "inglés", "es": "español",
                 "fr": "francés", "ru": "ruso", "zh": "chino"}

    def date(self, iso, weekdays=False):
        y, m, d = parts(iso)
        text = "%d de %s de %d" % (d, self.MONTHS[m - 1], y)
        return self.DAYS[weekday(iso)] + " " + text if weekdays else text

    def clock(self, time):
        return time.replace(":", ".") + " horas"

    def times(self, start, end):
        return start.replace(":", ".") + " a " + self.clock(end)


class Russian(Speech):
    quotes, inner_quotes = "«»", "„“"
    stops = {"opening": ":", "more": ";", "last": ""}
    words = {
        "united-nations": "Организация Объединенных Наций",
        "provisional-agenda": "Предварительная повестка дня",
        "annotations": "Аннотации", "documentation": "Документация",
        "annex": "Приложение", "continued": "продолжение",
        "columns": "Дата Время Пункт Название или описание",
    }
    MONTHS = ("января февраля марта апреля мая июня июля августа сентября "
              "октября ноября декабря").split()
    DAYS = ("Понедельник Вторник Среда Четверг Пятница Суббота "
            "Воскресенье").split()
    # as after the preposition of "on Wednesday"
    ON_DAYS = ("понедельник вторник среду четверг пятницу субботу "
               "воскресенье").split()

    @staticmethod
    def elsewhere(title, is_sub_item):
        return title[0].upper() + title[1:] if is_sub_item else title

    def date(self, iso, weekdays=False):
        y, m, d = parts(iso)
        text = "%d %s %d года" % (d, self.MONTHS[m - 1], y)
        return self.ON_DAYS[weekday(iso)] + ", " + text if weekdays else text

    def cell(self, iso):
        return self.DAYS[weekday(iso)] + ", " + self.date(iso)

    def span(self, start, end):
        return self.days("%s" + self.dash + "%s", start, end)

    dates = span

    def clock(self, time):
        return "%d час. %02d мин." % tuple(hours(time))

    def times(self, start, end):
        return "%d.%02d%s%d.%02d" % (*hours(start), self.dash, *hours(end))


class Chinese(Speech):
    stops = {"opening": "：", "more": "；", "last": "。"}
    brackets = "（", "）"
    words = {
        "united-nations": "联合国", "provisional-agenda": "临时议程",
        "annotations": "说明", "documentation": "文件", "annex": "附件",
        "continued": "续", "columns": "日期时间项目标题或说明",
    }
    DAYS = "一二三四五六日"

    def letter(self, number):
        return "(%s)" % self.alphabet(number)

    def sub_item(self, number, label):
        return number + label

    def meeting(self, place, start, end):
        return "%s，%s" % (self.span(start, end), place)

    def date(self, iso, weekdays=False):
        text = "%d年%d月%d日" % tuple(parts(iso))
        return text + "星期" + self.DAYS[weekday(iso)] if weekdays else text

    def cell(self, iso):
        return self.date(iso, True)

    def span(self, start, end):
        assert parts(start)[:2] == parts(end)[:2]
        return "%s至%d日" % (self.date(start), parts(end)[2])

    dates = span

    def clock(self, time, half=True):
        hour, minute = hours(time)
        text = "%d时" % ((hour + 11) % 12 + 1)
        if minute:
            text += "%d分" % minute
        return ("上午" if hour < 12 else "下午") + text if half else text

    def times(self, start, end):
        same = (hours(start)[0] < 12) == (hours(end)[0] < 12)
        return self.clock(start) + "至" + self.clock(end, not same)


class Arabic(Speech):
    SENTENCE = "من %s إلى %s"
    quotes, inner_quotes = "”“", "’‘"
    stops = {"opening": ":", "more": "؛", "last": "."}
    words = {
        "united-nations": "الأمــم المتحـدة",
        "provisional-agenda": "جدول الأعمال المؤقت",
        "annotations": "الشروح", "documentation": "الوثائق",
        "annex": "المرفق", "continued": "تابع",
        "columns": "التاريخ الوقت البند العنوان أو الوصف",
    }
    MONTHS = ("كانون الثاني/يناير,شباط/فبراير,آذار/مارس,نيسان/أبريل,أيار/مايو,"
              "حزيران/يونيه,تموز/يوليه,آب/أغسطس,أيلول/سبتمبر,"
              "تشرين الأول/أكتوبر,تشرين الثاني/نوفمبر,كانون الأول/ديسمبر"
              ).split(",")
    DAYS = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split()
    LETTERS = "أ ب ج د هـ و ز ح ط ي".split()

    def item(self, number):
        return "%d-" % number

    def letter(self, number):
        return "(%s)" % self.LETTERS[number - 1]

    def meeting(self, place, start, end):
        return "%s، %s" % (place, self.span(start, end))

    def date(self, iso, weekdays=False):
        y, m, d = parts(iso)
        text = "%d %s %d" % (d, self.MONTHS[m - 1], y)
        return self.DAYS[weekday(iso)] + " " + text if weekdays else text

    def cell(self, iso):
        return self.DAYS[weekday(iso)] + "، " + self.date(iso)

    def clock(self, time):
        return "%02d/%d" % tuple(reversed(hours(time)))

    def times(self, start, end):
        return self.clock(start) + "-" + self.clock(end)


SPEECHES = {"ar": Arabic, "en": English, "es": Spanish, "fr": French,
            "ru": Russian, "zh": Chinese}
