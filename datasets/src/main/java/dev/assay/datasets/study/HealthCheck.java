package dev.assay.datasets.study;

import java.util.concurrent.Callable;

/**
 * What looking after one thing found, as {@code assay doctor} prints it.
 *
 * @param name what was looked at
 * @param ok whether it is in order
 * @param detail in one line: what there is, or what is wrong and what to do
 */
public record HealthCheck(String name, boolean ok, String detail) {

    /** Tries something that says what there is if it works, and throws if it does not: the native part of a library, for example. */
    public static HealthCheck attempt(String name, Callable<String> trial) {
        try {
            return new HealthCheck(name, true, trial.call());
        } catch (Exception | LinkageError e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            return new HealthCheck(name, false, message.lines().findFirst().orElse(e.toString()));
        }
    }
}
