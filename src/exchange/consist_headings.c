/* SPDX-License-Identifier: ISC */
/* The headings that columns of a list of wagons go by: canonical, Russian, English. */
#include "config.h"

#include "exchange/consist_headings.h"

#include <stdint.h>

#include "base/alloc.h"
#include "base/utf8.h"

static const char *const canonical[LIST_COLUMNS] = {
    [LIST_TRAIN_NO] = "train_no",
    [LIST_TRAIN_INDEX] = "train_index",
    [LIST_ARRIVED_AT] = "arrived_at",
    [LIST_DIRECTION] = "direction",
    [LIST_POSITION] = "position",
    [LIST_WAGON_NO] = "wagon_no",
    [LIST_KIND] = "kind",
    [LIST_OWNER_RAILWAY] = "owner_railway",
    [LIST_CARGO_ETSNG] = "cargo_etsng",
    [LIST_CARGO_GNG] = "cargo_gng",
    [LIST_CARGO_NAME] = "cargo_name",
    [LIST_NET_KG] = "net_kg",
    [LIST_TARE_KG] = "tare_kg",
    [LIST_AXLES] = "axles",
    [LIST_UN_NO] = "un_no",
    [LIST_HAZARD_NO] = "hazard_no",
    [LIST_EMERGENCY_CARD] = "emergency_card",
    [LIST_ORIGIN_STATION] = "origin_station",
    [LIST_DESTINATION_STATION] = "destination_station",
    [LIST_CONSIGNOR] = "consignor",
    [LIST_CONSIGNEE] = "consignee",
    [LIST_SEAL_COUNT] = "seal_count",
    [LIST_SEALS] = "seals",
    [LIST_CONTAINERS] = "containers",
};

/* Other headings, blanks between: each as heading_key gives it. Masses stand without their unit. */
static const struct {
    enum list_column column;
    const char *keys;
} synonyms[] = {
    {LIST_TRAIN_NO, "поезд поезда номерпоезда nпоезда train trainnumber trainnr"},
    {LIST_TRAIN_INDEX, "индекс индекспоезда index"},
    {LIST_ARRIVED_AT, "прибытие датаприбытия времяприбытия датавремяприбытия датаивремяприбытия "
                      "arrival arrivaltime arrivaldate arrived"},
    {LIST_DIRECTION, "направление направлениедвижения"},
    {LIST_POSITION, "пп ппномер порядковыйномер порномер номерпопорядку попорядку nпп позиция "
                    "номервпоезде местовпоезде pos ordinal"},
    {LIST_WAGON_NO,
     "вагон вагона номервагона номерваг номервагонов вагонномер nвагона инвентарныйномер "
     "wagon wagonnumber wagonnr car carno carnumber railcar vannum vehicleno"},
    {LIST_KIND, "род родвагона родпс тип типвагона видвагона wagonkind wagontype type"},
    {LIST_OWNER_RAILWAY, "собственник собственниквагона админсобственник администрациясобственник "
                         "собств дорогасобственница дорогасобственник странасобственник owner"},
    {LIST_CARGO_ETSNG,
     "етснг кодетснг кодгруза кодгрузаетснг кодгрузапоетснг etsng etsngcode cargocode "
     "cargotypecode"},
    {LIST_CARGO_GNG, "гнг кодгнг кодгрузагнг гармонизированныйкод gng gngcode nhm nhmcode hscode"},
    {LIST_CARGO_NAME, "груз наименованиегруза названиегруза cargo commodity goods"},
    {LIST_NET_KG, "массагруза весгруза нетто массанетто веснетто net netmass netweight cargomass "
                  "cargoweight"},
    {LIST_TARE_KG, "тара массатары вестары tare taremass tareweight"},
    {LIST_AXLES, "оси осей колвоосей количествоосей числоосей осность axlecount numberofaxles"},
    {LIST_UN_NO, "оон nоон номероон кодоон un unnumber"},
    {LIST_HAZARD_NO,
     "кодопасности номеропасности кэмкод hazard hazardcode hazardnumber kemler hin"},
    {LIST_EMERGENCY_CARD, "ак номерак аварийнаякарточка аварийнаякарта "
                          "номераварийнойкарточки emergencycardno"},
    {LIST_ORIGIN_STATION, "стотправления станцияотправления стотпр кодстанцииотправления "
                          "станцияпогрузки origin from fromstation departstationcode"},
    {LIST_DESTINATION_STATION, "стназначения станцияназначения стназн кодстанцииназначения "
                               "станциявыгрузки destination to tostation "
                               "purposestationcode"},
    {LIST_CONSIGNOR, "грузоотправитель отправитель shipper sender"},
    {LIST_CONSIGNEE, "грузополучатель получатель receiver recipient"},
    {LIST_SEAL_COUNT,
     "колвопломб количествопломб числопломб колвозпу количествозпу числозпу пломбшт "
     "sealscount numberofseals"},
    {LIST_SEALS, "зпу пломбы пломба номерапломб номерапломбзпу номерзпу номеразпу зпупломбы "
                 "пломбызпу номерпломбы seal sealno sealnos sealnumber sealnumbers"},
    {LIST_CONTAINERS,
     "контейнеры контейнер номерконтейнера номераконтейнеров container containerno "
     "containernos containernumber containernumbers"},
};

static const struct {
    enum list_unit unit;
    const char *keys;
} units[] = {
    {LIST_UNIT_KG, "кг килограмм kg"},
    {LIST_UNIT_TONNE, "т тн тонн тонны t tn tonnes tons"},
};

/* Is key one of the words? */
static bool
among(const char *words, const char *key, size_t len)
{
    while (*words) {
        size_t n = strcspn(words, " ");
        if (n == len && memcmp(words, key, n) == 0)
            return true;
        words += n;
        words += strspn(words, " ");
    }
    return false;
}

static bool
is_letter_or_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c < 0x530);
}

void
heading_key(const char *text, char out[HEADING_KEY])
{
    size_t left = strlen(text), len = 0;
    while (left && len + 4 < HEADING_KEY) {
        uint32_t c = 0;
        size_t n = utf8_decode(text, left, &c);
        if (n == 0)
            break;
        c = utf8_fold(c);
        if (is_letter_or_digit(c))
            len += utf8_encode(c, out + len);
        text += n;
        left -= n;
    }
    out[len] = '\0';
}

static bool
find_name(const char *key, size_t len, enum list_column *column)
{
    for (size_t i = 0; i < LIST_COLUMNS; i++) {
        char name[HEADING_KEY];
        heading_key(canonical[i], name);
        if (strlen(name) == len && memcmp(name, key, len) == 0) {
            *column = (enum list_column)i;
            return true;
        }
    }
    for (size_t i = 0; i < ARRAY_LEN(synonyms); i++) {
        if (among(synonyms[i].keys, key, len)) {
            *column = synonyms[i].column;
            return true;
        }
    }
    return false;
}

static bool
is_mass(enum list_column column)
{
    return column == LIST_NET_KG || column == LIST_TARE_KG;
}

/* A mass with its unit behind it. */
static bool
find_mass(const char *key, size_t len, struct heading *out)
{
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        for (size_t at = 1; at < len; at++) {
            if (among(units[i].keys, key + at, len - at) && find_name(key, at, &out->column) &&
                is_mass(out->column)) {
                out->unit = units[i].unit;
                return true;
            }
        }
    }
    return false;
}

bool
heading_find(const char *text, struct heading *out)
{
    char key[HEADING_KEY];
    heading_key(text, key);
    size_t len = strlen(key);
    if (len == 0)
        return false;
    if (find_mass(key, len, out))
        return true;
    out->unit = LIST_UNIT_NONE;
    return find_name(key, len, &out->column);
}

const char *
heading_name(enum list_column column)
{
    return canonical[column];
}

bool
heading_column(const char *name, struct heading *out)
{
    *out = (struct heading){.column = LIST_NET_KG, .unit = LIST_UNIT_TONNE};
    if (strcmp(name, "net_t") == 0)
        return true;
    out->column = LIST_TARE_KG;
    if (strcmp(name, "tare_t") == 0)
        return true;
    for (size_t i = 0; i < LIST_COLUMNS; i++) {
        if (strcmp(name, canonical[i]) == 0) {
            out->column = (enum list_column)i;
            out->unit = is_mass(out->column) ? LIST_UNIT_KG : LIST_UNIT_NONE;
            return true;
        }
    }
    return false;
}

enum list_unit
heading_unit(const char *text)
{
    size_t left = strlen(text), len = 0;
    char word[HEADING_KEY];
    bool ended = false;
    while (left && len + 4 < HEADING_KEY) {
        uint32_t c = 0;
        size_t n = utf8_decode(text, left, &c);
        if (n == 0)
            break;
        c = utf8_fold(c);
        if (is_letter_or_digit(c)) {
            len = ended ? 0 : len;
            len += utf8_encode(c, word + len);
        }
        ended = !is_letter_or_digit(c);
        text += n;
        left -= n;
    }
    for (size_t i = 0; i < ARRAY_LEN(units); i++)
        if (len && among(units[i].keys, word, len))
            return units[i].unit;
    return LIST_UNIT_NONE;
}
