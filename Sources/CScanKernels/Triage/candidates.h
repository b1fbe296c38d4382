#pragma once

// What a line has to be looked at for.

#include "CScanKernels.h"

typedef struct {
  tanaoroshi_line *line;
  tanaoroshi_candidate *candidates;
  size_t room;
  /// As in tanaoroshi_progress.
  uint32_t unlabelled;
} tanaoroshi_output;

static inline void put(tanaoroshi_output *out, size_t place, uint32_t kind) {
  if (out->line->count >= out->room) {
    out->line->flags |= TANAOROSHI_FULL;
    return;
  }
  out->candidates[out->line->first + out->line->count++] =
      (tanaoroshi_candidate){(uint32_t)place, kind};
}
