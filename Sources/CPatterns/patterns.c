// Made by Scripts/list-patterns; do not edit.
#include "CPatterns.h"

// Aligned, since tables in the files are used where they lie.

alignas(64) static const unsigned char file_0[] = {
#embed "../../Patterns/README.md"
};
alignas(64) static const unsigned char file_1[] = {
#embed "../../Patterns/address.yaml"
};
alignas(64) static const unsigned char file_2[] = {
#embed "../../Patterns/amount.yaml"
};
alignas(64) static const unsigned char file_3[] = {
#embed "../../Patterns/bank-account.yaml"
};
alignas(64) static const unsigned char file_4[] = {
#embed "../../Patterns/basic-pension-number.yaml"
};
alignas(64) static const unsigned char file_5[] = {
#embed "../../Patterns/birth-date.yaml"
};
alignas(64) static const unsigned char file_6[] = {
#embed "../../Patterns/care-insurance-number.yaml"
};
alignas(64) static const unsigned char file_7[] = {
#embed "../../Patterns/categories.yaml"
};
alignas(64) static const unsigned char file_8[] = {
#embed "../../Patterns/compiled.bin"
};
alignas(64) static const unsigned char file_9[] = {
#embed "../../Patterns/coordinates.yaml"
};
alignas(64) static const unsigned char file_10[] = {
#embed "../../Patterns/corporate-number.yaml"
};
alignas(64) static const unsigned char file_11[] = {
#embed "../../Patterns/corporate-registration.yaml"
};
alignas(64) static const unsigned char file_12[] = {
#embed "../../Patterns/credit-card.yaml"
};
alignas(64) static const unsigned char file_13[] = {
#embed "../../Patterns/drivers-licence.yaml"
};
alignas(64) static const unsigned char file_14[] = {
#embed "../../Patterns/email.yaml"
};
alignas(64) static const unsigned char file_15[] = {
#embed "../../Patterns/employee-number.yaml"
};
alignas(64) static const unsigned char file_16[] = {
#embed "../../Patterns/employment-insurance-number.yaml"
};
alignas(64) static const unsigned char file_17[] = {
#embed "../../Patterns/employment-insurance-office.yaml"
};
alignas(64) static const unsigned char file_18[] = {
#embed "../../Patterns/hash.yaml"
};
alignas(64) static const unsigned char file_19[] = {
#embed "../../Patterns/health-insurance.yaml"
};
alignas(64) static const unsigned char file_20[] = {
#embed "../../Patterns/insurer-number.yaml"
};
alignas(64) static const unsigned char file_21[] = {
#embed "../../Patterns/invoice-registration-number.yaml"
};
alignas(64) static const unsigned char file_22[] = {
#embed "../../Patterns/ip-address.yaml"
};
alignas(64) static const unsigned char file_23[] = {
#embed "../../Patterns/isbn.yaml"
};
alignas(64) static const unsigned char file_24[] = {
#embed "../../Patterns/jan.yaml"
};
alignas(64) static const unsigned char file_25[] = {
#embed "../../Patterns/labour-insurance-number.yaml"
};
alignas(64) static const unsigned char file_26[] = {
#embed "../../Patterns/local-government-code.yaml"
};
alignas(64) static const unsigned char file_27[] = {
#embed "../../Patterns/member-number.yaml"
};
alignas(64) static const unsigned char file_28[] = {
#embed "../../Patterns/model-number.yaml"
};
alignas(64) static const unsigned char file_29[] = {
#embed "../../Patterns/my-number.yaml"
};
alignas(64) static const unsigned char file_30[] = {
#embed "../../Patterns/order-number.yaml"
};
alignas(64) static const unsigned char file_31[] = {
#embed "../../Patterns/organisation-name.yaml"
};
alignas(64) static const unsigned char file_32[] = {
#embed "../../Patterns/other-date.yaml"
};
alignas(64) static const unsigned char file_33[] = {
#embed "../../Patterns/passport.yaml"
};
alignas(64) static const unsigned char file_34[] = {
#embed "../../Patterns/person-name.yaml"
};
alignas(64) static const unsigned char file_35[] = {
#embed "../../Patterns/phone-extension.yaml"
};
alignas(64) static const unsigned char file_36[] = {
#embed "../../Patterns/phone.yaml"
};
alignas(64) static const unsigned char file_37[] = {
#embed "../../Patterns/postal-code.yaml"
};
alignas(64) static const unsigned char file_38[] = {
#embed "../../Patterns/registered-mail.yaml"
};
alignas(64) static const unsigned char file_39[] = {
#embed "../../Patterns/residence-card.yaml"
};
alignas(64) static const unsigned char file_40[] = {
#embed "../../Patterns/residence-record-code.yaml"
};
alignas(64) static const unsigned char file_41[] = {
#embed "../../Patterns/serial-number.yaml"
};
alignas(64) static const unsigned char file_42[] = {
#embed "../../Patterns/sex.yaml"
};
alignas(64) static const unsigned char file_43[] = {
#embed "../../Patterns/slip-number.yaml"
};
alignas(64) static const unsigned char file_44[] = {
#embed "../../Patterns/special-care.yaml"
};
alignas(64) static const unsigned char file_45[] = {
#embed "../../Patterns/status-flag.yaml"
};
alignas(64) static const unsigned char file_46[] = {
#embed "../../Patterns/timestamp.yaml"
};
alignas(64) static const unsigned char file_47[] = {
#embed "../../Patterns/tracking-number.yaml"
};
alignas(64) static const unsigned char file_48[] = {
#embed "../../Patterns/vehicle-number.yaml"
};
alignas(64) static const unsigned char file_49[] = {
#embed "../../Patterns/version.yaml"
};
alignas(64) static const unsigned char file_50[] = {
#embed "../../Patterns/vocabulary.bin"
};
alignas(64) static const unsigned char file_51[] = {
#embed "../../Patterns/words/NOTICES.md"
};
alignas(64) static const unsigned char file_52[] = {
#embed "../../Patterns/words/README.md"
};
alignas(64) static const unsigned char file_53[] = {
#embed "../../Patterns/words/banks.bin"
};
alignas(64) static const unsigned char file_54[] = {
#embed "../../Patterns/words/callings.bin"
};
alignas(64) static const unsigned char file_55[] = {
#embed "../../Patterns/words/foreign-names.txt"
};
alignas(64) static const unsigned char file_56[] = {
#embed "../../Patterns/words/frequent-surnames.txt"
};
alignas(64) static const unsigned char file_57[] = {
#embed "../../Patterns/words/gates.bin"
};
alignas(64) static const unsigned char file_58[] = {
#embed "../../Patterns/words/given-names.txt"
};
alignas(64) static const unsigned char file_59[] = {
#embed "../../Patterns/words/lexicon.bin"
};
alignas(64) static const unsigned char file_60[] = {
#embed "../../Patterns/words/phone-areas.bin"
};
alignas(64) static const unsigned char file_61[] = {
#embed "../../Patterns/words/postal-codes.bin"
};
alignas(64) static const unsigned char file_62[] = {
#embed "../../Patterns/words/rare-surnames.txt"
};
alignas(64) static const unsigned char file_63[] = {
#embed "../../Patterns/words/terms.bin"
};
alignas(64) static const unsigned char file_64[] = {
#embed "../../Patterns/words/terms.txt"
};
alignas(64) static const unsigned char file_65[] = {
#embed "../../Patterns/words/variants.bin"
};
alignas(64) static const unsigned char file_66[] = {
#embed "../../Patterns/words/variants.txt"
};
alignas(64) static const unsigned char file_67[] = {
#embed "../../Patterns/yucho-account.yaml"
};

static const tanaoroshi_embedded_file files[] = {
  {"README.md", file_0, sizeof file_0},
  {"address.yaml", file_1, sizeof file_1},
  {"amount.yaml", file_2, sizeof file_2},
  {"bank-account.yaml", file_3, sizeof file_3},
  {"basic-pension-number.yaml", file_4, sizeof file_4},
  {"birth-date.yaml", file_5, sizeof file_5},
  {"care-insurance-number.yaml", file_6, sizeof file_6},
  {"categories.yaml", file_7, sizeof file_7},
  {"compiled.bin", file_8, sizeof file_8},
  {"coordinates.yaml", file_9, sizeof file_9},
  {"corporate-number.yaml", file_10, sizeof file_10},
  {"corporate-registration.yaml", file_11, sizeof file_11},
  {"credit-card.yaml", file_12, sizeof file_12},
  {"drivers-licence.yaml", file_13, sizeof file_13},
  {"email.yaml", file_14, sizeof file_14},
  {"employee-number.yaml", file_15, sizeof file_15},
  {"employment-insurance-number.yaml", file_16, sizeof file_16},
  {"employment-insurance-office.yaml", file_17, sizeof file_17},
  {"hash.yaml", file_18, sizeof file_18},
  {"health-insurance.yaml", file_19, sizeof file_19},
  {"insurer-number.yaml", file_20, sizeof file_20},
  {"invoice-registration-number.yaml", file_21, sizeof file_21},
  {"ip-address.yaml", file_22, sizeof file_22},
  {"isbn.yaml", file_23, sizeof file_23},
  {"jan.yaml", file_24, sizeof file_24},
  {"labour-insurance-number.yaml", file_25, sizeof file_25},
  {"local-government-code.yaml", file_26, sizeof file_26},
  {"member-number.yaml", file_27, sizeof file_27},
  {"model-number.yaml", file_28, sizeof file_28},
  {"my-number.yaml", file_29, sizeof file_29},
  {"order-number.yaml", file_30, sizeof file_30},
  {"organisation-name.yaml", file_31, sizeof file_31},
  {"other-date.yaml", file_32, sizeof file_32},
  {"passport.yaml", file_33, sizeof file_33},
  {"person-name.yaml", file_34, sizeof file_34},
  {"phone-extension.yaml", file_35, sizeof file_35},
  {"phone.yaml", file_36, sizeof file_36},
  {"postal-code.yaml", file_37, sizeof file_37},
  {"registered-mail.yaml", file_38, sizeof file_38},
  {"residence-card.yaml", file_39, sizeof file_39},
  {"residence-record-code.yaml", file_40, sizeof file_40},
  {"serial-number.yaml", file_41, sizeof file_41},
  {"sex.yaml", file_42, sizeof file_42},
  {"slip-number.yaml", file_43, sizeof file_43},
  {"special-care.yaml", file_44, sizeof file_44},
  {"status-flag.yaml", file_45, sizeof file_45},
  {"timestamp.yaml", file_46, sizeof file_46},
  {"tracking-number.yaml", file_47, sizeof file_47},
  {"vehicle-number.yaml", file_48, sizeof file_48},
  {"version.yaml", file_49, sizeof file_49},
  {"vocabulary.bin", file_50, sizeof file_50},
  {"words/NOTICES.md", file_51, sizeof file_51},
  {"words/README.md", file_52, sizeof file_52},
  {"words/banks.bin", file_53, sizeof file_53},
  {"words/callings.bin", file_54, sizeof file_54},
  {"words/foreign-names.txt", file_55, sizeof file_55},
  {"words/frequent-surnames.txt", file_56, sizeof file_56},
  {"words/gates.bin", file_57, sizeof file_57},
  {"words/given-names.txt", file_58, sizeof file_58},
  {"words/lexicon.bin", file_59, sizeof file_59},
  {"words/phone-areas.bin", file_60, sizeof file_60},
  {"words/postal-codes.bin", file_61, sizeof file_61},
  {"words/rare-surnames.txt", file_62, sizeof file_62},
  {"words/terms.bin", file_63, sizeof file_63},
  {"words/terms.txt", file_64, sizeof file_64},
  {"words/variants.bin", file_65, sizeof file_65},
  {"words/variants.txt", file_66, sizeof file_66},
  {"yucho-account.yaml", file_67, sizeof file_67},
};

size_t tanaoroshi_embedded_count(void) { return sizeof files / sizeof *files; }

tanaoroshi_embedded_file tanaoroshi_embedded(size_t index) { return files[index]; }
