package dev.assay.app.charts;

import java.awt.geom.Rectangle2D;
import java.util.List;

/** Panels below each other, with letters if there are several. */
abstract class PanelFigure implements Figure {

    private static final double GAP = 1.6;

    private final List<Panel> panels;

    PanelFigure(List<? extends Panel> panels) {
        this.panels = List.copyOf(panels);
    }

    @Override
    public double height(double width, Theme theme, Lettering lettering) {
        Ruler ruler = new Ruler(theme, lettering);
        double inner = inner(width, theme);
        double names = names(ruler, inner);
        double sum = panels.stream().mapToDouble(panel -> panel.height(ruler, inner, names)).sum();
        return sum + GAP * ruler.em() * (panels.size() - 1) + 2 * theme.measures().margin();
    }

    @Override
    public void draw(Page page) {
        Ruler ruler = page.ruler();
        double margin = page.theme().measures().margin();
        double inner = inner(page.width(), page.theme());
        double names = names(ruler, inner);
        page.ground();
        double natural = height(page.width(), page.theme(), ruler.lettering());
        double stretch = (page.height() - natural) / panels.size();
        double y = margin;
        for (int i = 0; i < panels.size(); i++) {
            double height = panels.get(i).height(ruler, inner, names) + stretch;
            Checks.that(height > 0, "%s needs more height than %.0f mm", name(), Units.mm(page.height()));
            panels.get(i).draw(page, new Rectangle2D.Double(margin, y, inner, height), names);
            if (panels.size() > 1) {
                String letter = String.valueOf((char) ('a' + i));
                page.text(letter, margin, y + ruler.letter().capital() + 0.1 * ruler.em(), Page.Align.LEFT, ruler.letter());
            }
            y += height + GAP * ruler.em();
        }
    }

    private static double inner(double width, Theme theme) {
        return width - 2 * theme.measures().margin();
    }

    private double names(Ruler ruler, double inner) {
        double wanted = panels.stream().mapToDouble(panel -> panel.namesWidth(ruler)).max().orElse(0);
        return Math.min(wanted, panels.stream().mapToDouble(panel -> panel.mostNames(ruler, inner)).min().orElse(0));
    }
}
