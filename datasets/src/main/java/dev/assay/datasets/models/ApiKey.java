package dev.assay.datasets.models;

/** A key to a service. It is never part of a text: {@link #toString} hides it. */
public final class ApiKey {

    /** For services that want none. */
    public static final ApiKey NONE = new ApiKey("");

    private final String value;

    public ApiKey(String value) {
        this.value = value.strip();
    }

    /** For the service it belongs to, and for nobody else. */
    public String value() {
        return value;
    }

    public boolean isPresent() {
        return !value.isEmpty();
    }

    @Override
    public String toString() {
        return "a key";
    }
}
