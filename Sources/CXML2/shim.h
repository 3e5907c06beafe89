/* Debian's libxml2 names types of ICU in one structure that is not used here; their headers would meet those that
   Foundation brings along. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
