package dev.assay.app.charts;

import java.awt.Color;
import java.util.List;

/** Strengths and weaknesses of one subject: diverging bars with intervals and q-values. */
public final class StrengthsFigure extends PanelFigure {

    private final StrengthsData data;

    /** The strengths and weaknesses in the data. */
    public StrengthsFigure(StrengthsData data) {
        super(List.of(new StrengthsPanel(data)));
        this.data = data;
    }

    @Override
    public String name() {
        return "strengths";
    }

    @Override
    public String caption() {
        return Captions.strengths(data);
    }

    @Override
    public List<Table> tables() {
        return List.of(data.table());
    }

    @Override
    public List<List<Color>> meanings(Palette palette) {
        return List.of(palette.marks());
    }
}
