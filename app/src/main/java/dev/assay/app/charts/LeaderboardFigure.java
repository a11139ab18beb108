package dev.assay.app.charts;

import java.awt.Color;
import java.util.List;

/** Subjects as dots with intervals, from the best to the worst, against a reference. */
public final class LeaderboardFigure extends PanelFigure {

    private final LeaderboardData data;

    /** A leaderboard of the data. */
    public LeaderboardFigure(LeaderboardData data) {
        super(List.of(new LeaderboardPanel(data)));
        this.data = data;
    }

    @Override
    public String name() {
        return "leaderboard";
    }

    @Override
    public String caption() {
        return Captions.leaderboard(data);
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
