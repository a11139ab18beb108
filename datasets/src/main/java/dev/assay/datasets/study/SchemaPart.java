package dev.assay.datasets.study;

import java.util.List;

/**
 * The tables of one module: numbered migrations, each an SQL script that takes the part from one version to the next.
 *
 * <p>Parts are found by {@link java.util.ServiceLoader}, so that opening a study always knows every part of the program.
 * A study keeps the version of each part; {@code PRAGMA user_version} holds their sum, which only ever grows.
 */
public interface SchemaPart {

    /** Name of the module, as it is kept in the study. */
    String name();

    /** Parts are migrated in this order, lowest first: a part may refer to tables of parts before it. */
    int order();

    /** SQL scripts: the first takes the part from version 0 (absent) to 1, and so on. */
    List<String> migrations();
}
