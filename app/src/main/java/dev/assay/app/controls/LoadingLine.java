package dev.assay.app.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** The thin line under a view's header: coloured while something is loading. What was shown stays meanwhile. */
public final class LoadingLine extends Region {

    public LoadingLine(ObservableValue<Boolean> busy) {
        getStyleClass().add("loading-line");
        setAccessibleText("Loading");
        busy.subscribe(isBusy -> {
            getStyleClass().remove("busy");
            if (isBusy) {
                getStyleClass().add("busy");
            }
        });
    }
}
