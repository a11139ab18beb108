package dev.assay.app.gallery;

/** How large a figure is shown. */
enum Zoom {
    HALF("50 %", 0.5),
    /** As large as there is room. */
    FIT("Fit", 0),
    /** Its size on paper, on a screen of 96 pixels per inch. */
    PRINT("Print size", 1),
    DOUBLE("200 %", 2);

    /** What one inch is on screen where nothing else is known; JavaFX counts so too. */
    static final double PIXELS_PER_INCH = 96;

    private static final double MM_PER_INCH = 25.4;
    private static final int SMALLEST_DPI = 36;
    private static final int LARGEST_DPI = 1200;

    private final String title;
    private final double factor;

    Zoom(String title, double factor) {
        this.title = title;
        this.factor = factor;
    }

    String title() {
        return title;
    }

    /**
     * The resolution at which a figure of a size is drawn.
     *
     * @param room of the preview, in pixels of the screen
     */
    int dpi(double widthMm, double heightMm, Room room) {
        double dpi = this == FIT
                ? Math.min(room.width() / widthMm, room.height() / heightMm) * MM_PER_INCH
                : factor * PIXELS_PER_INCH;
        return Math.clamp((long) (dpi * room.scale()), SMALLEST_DPI, LARGEST_DPI);
    }

    /**
     * The room of the preview.
     *
     * @param width in units of the scene
     * @param height in units of the scene
     * @param scale pixels of the screen per unit of the scene
     */
    record Room(double width, double height, double scale) {}
}
