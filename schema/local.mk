# SPDX-License-Identifier: ISC

# In the order of their numbers.
schema_migrations = schema/0001_init.sql schema/0002_people.sql schema/0003_undo_index.sql \
    schema/0004_review.sql schema/0005_codes.sql schema/0006_views.sql \
    schema/0007_mapping.sql schema/0008_files.sql schema/0009_walk.sql \
    schema/0010_region.sql
EXTRA_DIST += $(schema_migrations) schema/projection.sql
