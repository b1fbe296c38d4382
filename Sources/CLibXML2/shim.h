#pragma once
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

// The callback for unstructured errors is variadic, which Swift cannot write.
static void tanaoroshi_ignore_error(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}

// Makes the library silent on the calling thread: its default prints the offending text on stderr.
static inline void tanaoroshi_silence_generic_errors(void) {
  xmlSetGenericErrorFunc(NULL, tanaoroshi_ignore_error);
}

// A macro that Swift does not import.
static inline const char *tanaoroshi_libxml_version(void) { return LIBXML_DOTTED_VERSION; }
