package dev.assay.app.charts;

import java.awt.Color;
import java.util.List;

/** Subjects over domains: up to six in one star, more as small multiples. */
public final class RadarFigure extends PanelFigure {

    private final RadarData data;

    /** A radar of the data. */
    public RadarFigure(RadarData data) {
        super(List.of(data.series().size() <= RadarData.MOST_IN_ONE ? new RadarPanel(data) : new RadarGridPanel(data)));
        this.data = data;
    }

    @Override
    public String name() {
        return "radar";
    }

    @Override
    public String caption() {
        return Captions.radar(data);
    }

    @Override
    public List<Table> tables() {
        return List.of(data.table());
    }

    @Override
    public List<List<Color>> meanings(Palette palette) {
        int inOne = data.series().size() <= RadarData.MOST_IN_ONE ? data.series().size() : 1;
        return List.of(palette.series().subList(0, inOne));
    }
}
