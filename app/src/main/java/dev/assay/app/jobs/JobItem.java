package dev.assay.app.jobs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A place in the list: stays while what it shows changes. */
final class JobItem {

    private final ReadOnlyObjectWrapper<JobRow> row;

    JobItem(JobRow first) {
        row = new ReadOnlyObjectWrapper<>(first);
    }

    String key() {
        return row.get().key();
    }

    ReadOnlyObjectProperty<JobRow> row() {
        return row.getReadOnlyProperty();
    }

    void show(JobRow now) {
        if (!now.equals(row.get())) {
            row.set(now);
        }
    }
}
