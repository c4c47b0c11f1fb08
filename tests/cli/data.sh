# Sourced by tests that need another stylesheet or class than the real ones.
#
#	make_data XSL	makes $TMP/data, with this as the body of its
#			stylesheet, and has unagenda use it
# shellcheck shell=sh

make_data() {
	mkdir -p "$TMP/data/xsl"
	cp -R "$ROOT/xml" "$TMP/data/"
	cp -R "$ROOT/xsl/locale" "$ROOT/xsl/stations.xml" "$TMP/data/xsl/"
	mkdir -p "$TMP/data/latex"
	cp "$ROOT"/latex/*.def "$TMP/data/latex/"
	cat >"$TMP/data/xsl/latex.xsl" <<-END
	<xsl:stylesheet version="1.0"
	    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	    xmlns:una="urn:unagenda"
	    xmlns:exsl="http://exslt.org/common" xmlns:str="http://exslt.org/strings"
	    extension-element-prefixes="exsl">
	<xsl:output method="text"/>
	<xsl:strip-space elements="*"/>
	<xsl:template match="/">$1</xsl:template>
	</xsl:stylesheet>
	END
	UNAGENDA_DATA=$TMP/data
	export UNAGENDA_DATA
}
