#pragma once
// What Swift's Glibc module does not show.
#include "files.h"
#include "lock.h"
#include "storage.h"
