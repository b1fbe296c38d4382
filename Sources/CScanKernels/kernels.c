#include "CScanKernels.h"
