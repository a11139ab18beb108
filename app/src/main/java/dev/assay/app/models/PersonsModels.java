package dev.assay.app.models;

import dev.assay.app.steps.ModelServices;
import dev.assay.app.workbench.OwnModels;
import dev.assay.datasets.models.langchain4j.LangChain4jConnector;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** wip */
public final class PersonsModels implements OwnModels {
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

    public static PersonsModels ofThisPerson() {
        return new PersonsModels();
    }

    @Override
    public ModelServices services() {
        return new ModelServices(List.of(), model -> Optional.empty(), new LangChain4jConnector(name -> Optional.ofNullable(System.getenv(name)), java.time.Clock.systemUTC()));
    }

    @Override
    public ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }
}
