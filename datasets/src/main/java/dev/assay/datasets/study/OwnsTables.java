package dev.assay.datasets.study;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the one class that holds the SQL of some tables. Nothing else speaks SQL; a test checks it, and that each table has one owner. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OwnsTables {

    /** Names of the tables. */
    String[] value();
}
