#pragma once
#include "files.h"

// Storage that may never answer, such as a server behind a network mount. Calls to it are made by a process of their own,
// which is left behind when it does not come back: a thread would keep this process from ending.
//
// One caller at a time. While a call is out that was given up, further ones fail at once; when it comes back after all,
// everything goes on. Kept until this process ends.
typedef struct px_storage px_storage;

// `patience`: milliseconds that a call may take. NULL when no process can be had.
px_storage *px_storage_new(int64_t patience);
// Whether a call is out that was given up.
bool px_storage_is_silent(px_storage *storage);

// Each as the function of files.h, and directly where `storage` is NULL. -ETIMEDOUT when the storage does not answer,
// -EINTR when the user wants an end meanwhile.
int px_stored_open_file(px_storage *storage, int directory, const char *name, bool quiet);
int px_stored_open_directory(px_storage *storage, int directory, const char *name, bool follow);
int px_stored_facts_of(px_storage *storage, int descriptor, px_facts *facts);
int px_stored_facts_at(px_storage *storage, int directory, const char *name, px_facts *facts);
int64_t px_stored_entries(px_storage *storage, int directory, void *buffer, size_t capacity);
int64_t px_stored_mount_at(px_storage *storage, int directory, const char *name);
int px_stored_ask(px_storage *storage, int descriptor);
// Closes, unless the storage does not answer: then the descriptor stays open until this process ends.
void px_stored_close(px_storage *storage, int descriptor);
