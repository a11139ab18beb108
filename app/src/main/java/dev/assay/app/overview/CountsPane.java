package dev.assay.app.overview;

import dev.assay.app.steps.Money;
import dev.assay.app.text.Wrapping;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.Counted;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What the study is called and how much it holds; each count leads to where it is seen. */
final class CountsPane extends FlowPane {

    private final Label title = new Label();
    private final Label history = new Label();
    private final VBox name = new VBox(title, history);
    private final Consumer<ViewId> go;

    CountsPane(OverviewModel model, Consumer<ViewId> go) {
        this.go = go;
        getStyleClass().add("overview-counts");
        title.getStyleClass().add("big-title");
        Wrapping.on(title);
        title.maxWidthProperty().bind(widthProperty());
        history.getStyleClass().add("secondary");
        name.getStyleClass().add("overview-name");
        model.glance().subscribe(glance -> glance.ifPresent(this::show));
    }

    /** Long titles wrap; they do not keep the window wide. */
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    private void show(Glance glance) {
        title.setText(glance.title());
        String runs = counted(glance.imports(), "import") + " · " + counted(glance.runs().size(), "run");
        history.setText(glance.spent().calls() == 0 ? runs : runs + " · " + Money.inWords(glance.spent()));
        getChildren().setAll(List.<Node>of(
                name,
                count(glance.size().queries(), "query", "queries", ViewId.QUERIES),
                count(glance.size().subjects(), "subject", "subjects", ViewId.PROFILES),
                count(glance.size().responses(), "answer", "answers", ViewId.RESPONSES),
                count(glance.size().nodes(), "taxonomy node", "taxonomy nodes", ViewId.CATEGORIES)));
        if (glance.size().preferences() > 0) {
            getChildren().add(count(glance.size().preferences(), "preference", "preferences", ViewId.RESPONSES));
        }
    }

    private Node count(int count, String one, String many, ViewId view) {
        String number = String.format(Locale.ROOT, "%,d", count);
        String unit = count == 1 ? one : many;
        Label big = new Label(number);
        big.getStyleClass().add("big-title");
        Label small = new Label(unit);
        small.getStyleClass().add("secondary");
        LinkRow row = new LinkRow(number + " " + unit, () -> go.accept(view), new VBox(big, small));
        row.getStyleClass().add("overview-count");
        return row;
    }

    private static String counted(long count, String one) {
        return Counted.of(count, one);
    }
}
