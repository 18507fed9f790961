/* SPDX-License-Identifier: ISC */
/* Headings of consist lists: canonical, and as Russian and English lists write them. */
#include "config.h"

#include "exchange/consist_columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/utf8.h"

/* The first is the canonical name; ends with NULL. Written plainly: see plain_words. */
static const char *const headings[COLUMNS][12] = {
    [COL_TRAIN_NO] = {"train_no", "№ поезда", "номер поезда", "поезд", "train", "train number"},
    [COL_TRAIN_INDEX] = {"train_index", "индекс поезда", "индекс", "index"},
    [COL_ARRIVED_AT] = {"arrived_at", "прибытие", "время прибытия", "дата прибытия",
                        "дата и время прибытия", "arrival", "arrived"},
    [COL_DIRECTION] = {"direction", "направление"},
    [COL_POSITION] = {"position", "№ п/п", "п/п", "порядковый номер", "№ пп", "№", "pos", "order",
                      "no."},
    [COL_WAGON_NO] = {"wagon_no", "номер вагона", "№ вагона", "вагон", "wagon", "wagon number",
                      "car number", "car no"},
    [COL_KIND] = {"kind", "род вагона", "род", "тип вагона", "wagon kind", "wagon type",
                  "car type"},
    [COL_OWNER_RAILWAY] = {"owner_railway", "собственник", "дорога собственник", "администрация",
                           "код администрации", "owner", "railway"},
    [COL_CARGO_ETSNG] = {"cargo_etsng", "код етснг", "етснг", "код груза", "etsng", "cargo code"},
    [COL_CARGO_GNG] = {"cargo_gng", "код гнг", "гнг", "gng"},
    [COL_CARGO_NAME] = {"cargo_name", "наименование груза", "груз", "cargo", "goods"},
    [COL_NET_KG] = {"net_kg", "масса груза, кг", "вес груза, кг", "вес груза (кг)", "нетто, кг",
                    "net mass kg", "net kg"},
    [COL_TARE_KG] = {"tare_kg", "тара, кг", "вес тары, кг", "масса тары, кг", "tare kg"},
    [COL_NET_T] = {"net_t", "масса груза, т", "вес груза, т", "нетто, т", "масса, т", "net t"},
    [COL_TARE_T] = {"tare_t", "тара, т", "вес тары, т", "масса тары, т", "tare t"},
    [COL_AXLES] = {"axles", "оси", "осей", "количество осей", "кол-во осей"},
    [COL_UN_NO] = {"un_no", "№ оон", "номер оон", "оон", "un", "un number", "un no"},
    [COL_HAZARD_NO] = {"hazard_no", "код опасности", "номер опасности", "kemler", "hazard number"},
    [COL_EMERGENCY_CARD] = {"emergency_card", "ак", "аварийная карточка", "№ ак", "emergency card"},
    [COL_ORIGIN] = {"origin_station", "ст. отправления", "станция отправления",
                    "код станции отправления", "origin", "from"},
    [COL_DESTINATION] = {"destination_station", "ст. назначения", "станция назначения",
                         "код станции назначения", "destination", "to"},
    [COL_CONSIGNOR] = {"consignor", "грузоотправитель", "отправитель", "shipper"},
    [COL_CONSIGNEE] = {"consignee", "грузополучатель", "получатель"},
    [COL_SEAL_COUNT] = {"seal_count", "кол-во пломб", "количество пломб", "кол-во зпу",
                        "количество зпу", "number of seals"},
    [COL_SEALS] = {"seals", "зпу", "пломбы", "номера пломб", "номера зпу", "seal numbers"},
    [COL_CONTAINERS] = {"containers", "контейнеры", "контейнер", "номера контейнеров",
                        "№ контейнера", "container", "container numbers"},
};

const char *
column_name(enum column column)
{
    return headings[column][0];
}

char *
plain_words(const char *s)
{
    size_t len = strlen(s);
    struct buf out = {0};

    for (size_t i = 0; i < len;) {
        uint32_t c;
        size_t n = utf8_decode(s + i, len - i, &c);
        char encoded[4];

        i += n ? n : 1;
        c = utf8_fold(c);
        /* The number sign is a word of its own: "№" alone is a heading. */
        if (n && ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == 0x2116 ||
                  (c >= 0x80 && !utf8_hostile(c) && c != 0xa0 && utf8_upper(c) != c)))
            buf_add(&out, encoded, utf8_encode(c, encoded));
    }
    return buf_detach(&out);
}

enum column
column_of(const char *heading)
{
    char *plain = plain_words(heading);
    enum column found = COLUMNS;

    for (size_t c = 0; c < COLUMNS && found == COLUMNS; c++) {
        for (size_t i = 0; headings[c][i] && found == COLUMNS; i++) {
            char *known = plain_words(headings[c][i]);

            if (*plain && strcmp(known, plain) == 0)
                found = (enum column)c;
            free(known);
        }
    }
    free(plain);
    return found;
}
