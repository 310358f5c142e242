package io.evertill.bench;

import io.evertill.product.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// From a scan until its line is painted, below 300 others, on a screen that is not there (JavaFX with Monocle, software
/// rendering, as many pulses as the machine can give, so that no beat of a screen is waited for).
///
/// The look for the article, the step of the till, layout and painting are in it. When painting ended is told by JavaFX
/// itself, through the flight recorder.
final class FrameSpeed implements Measurement {
    private static final List<String> SCREEN = List.of("-Dglass.platform=Monocle", "-Dmonocle.platform=Headless",
            "-Dprism.order=sw", "-Dheadless.geometry=1366x768-32", "-Djava.awt.headless=true",
            "-Djavafx.animation.fullspeed=true");
    private static final double FRAME_MS = 16;
    /// What is scanned: enough for the basket, and as many again to look for.
    private static final int CODES = 600;

    @Override
    public String name() {
        return "frame";
    }

    @Override
    public List<Figure> measure(Workshop shop) throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (int count : shop.scale().products()) {
            List<Product> products = Names.products(count);
            Path till = shop.folder().resolve("till-" + count);
            Shop.make(till, products);
            Path codes = shop.folder().resolve("codes");
            int step = count / CODES;
            Files.write(codes, products.stream().map(product -> product.sku().code())
                    .filter(code -> Math.floorMod(code.hashCode(), step) == 0).limit(CODES).toList());
            Map<String, String> answers = shop.child(FrameChild.class, SCREEN, Map.of(), till.toString(), codes.toString()).run();
            figures.add(Figure.atMost("scan to painted, 300-line basket, " + Figure.number(count) + " products, p99 of "
                    + answers.get("samples") + " (p50 " + answers.get("p50") + ": until the window has it " + answers.get("show")
                    + ", painting " + answers.get("paint") + ")",
                    Double.parseDouble(answers.get("p99")), "ms", FRAME_MS, ""));
        }
        return figures;
    }
}
