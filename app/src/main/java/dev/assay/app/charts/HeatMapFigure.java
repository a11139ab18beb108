package dev.assay.app.charts;

import java.awt.Color;
import java.util.List;

/** Differences of subjects from a reference, node by node. */
public final class HeatMapFigure extends PanelFigure {

    private final HeatMapData data;

    /** A heat map of the data. */
    public HeatMapFigure(HeatMapData data) {
        super(List.of(new HeatMapPanel(data)));
        this.data = data;
    }

    @Override
    public String name() {
        return "heat-map";
    }

    @Override
    public String caption() {
        return Captions.heatMap(data);
    }

    @Override
    public List<Table> tables() {
        return List.of(data.table());
    }

    @Override
    public List<List<Color>> meanings(Palette palette) {
        return List.of(palette.heat());
    }
}
