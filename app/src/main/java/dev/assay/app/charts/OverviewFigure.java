package dev.assay.app.charts;

import java.awt.Color;
import java.util.List;

/** The leaderboard (a) over the heat map (b), with one column of names: a whole comparison in one column of a paper. */
public final class OverviewFigure extends PanelFigure {

    private final LeaderboardData leaderboard;
    private final HeatMapData heatMap;

    /** Both panels of the same subjects. */
    public OverviewFigure(LeaderboardData leaderboard, HeatMapData heatMap) {
        super(List.of(new LeaderboardPanel(leaderboard), new HeatMapPanel(heatMap)));
        this.leaderboard = leaderboard;
        this.heatMap = heatMap;
    }

    @Override
    public String name() {
        return "overview";
    }

    @Override
    public String caption() {
        return "a: " + Captions.leaderboard(leaderboard) + " b: " + Captions.heatMap(heatMap);
    }

    @Override
    public List<Table> tables() {
        return List.of(leaderboard.table(), heatMap.table());
    }

    @Override
    public List<List<Color>> meanings(Palette palette) {
        return List.of(palette.marks(), palette.heat());
    }
}
