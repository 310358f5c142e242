package io.evertill.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/// What a careful eye finds wrong with a screen: something outside, cut, on top of something else, hard to read, or unsaid.
final class Looks {
    private static final double PIXELS_OFF_MAX = 1.5;
    private static final double CONTRAST_MIN = 4.5;
    private static final double CONTRAST_LARGE_MIN = 3;
    private static final double LARGE_PIXELS = 24;
    private static final double LARGE_BOLD_PIXELS = 18.66;

    private final List<String> faults = new ArrayList<>();
    private final List<Labeled> words = new ArrayList<>();

    private Looks() {}

    /// Everything wrong with how a scene is laid out.
    static List<String> faults(Scene scene) {
        Looks looks = new Looks();
        looks.walk(scene.getRoot(), scene.getRoot().localToScene(scene.getRoot().getLayoutBounds()), false);
        looks.overlaps();
        return looks.faults;
    }

    /// Every node that can be seen, front to back irrelevant: what a cover hides is left out.
    static Stream<Node> seen(Parent parent) {
        List<Node> children = parent.getChildrenUnmodifiable().stream().filter(Node::isVisible).toList();
        Optional<Node> cover = children.stream().filter(child -> child.getStyleClass().contains("cover")).findFirst();
        return (cover.isPresent() ? cover.stream() : children.stream())
                .flatMap(child -> Stream.concat(Stream.of(child), child instanceof Parent inner ? seen(inner) : Stream.of()));
    }

    private void walk(Node node, Bounds window, boolean isScrolled) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        boolean isEmpty = bounds.getWidth() <= 0 || bounds.getHeight() <= 0;
        boolean isDrawn = node instanceof Region || node instanceof Text;
        if (isDrawn && !isEmpty && outside(bounds, window, isScrolled)) {
            faults.add("outside: " + name(node) + " " + place(bounds) + " of " + place(window));
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty()) {
            words.add(labeled);
            cut(labeled);
            if (!isScrolled) {
                spilt(labeled, bounds);
            }
        }
        if (node instanceof Button || node instanceof ListView<?> || node instanceof ScrollPane) {
            said(node);
        }
        if (!(node instanceof Parent parent)) {
            return;
        }
        boolean isPort = node.getStyleClass().contains("viewport") || node.getStyleClass().contains("clipped-container");
        List<Node> children = parent.getChildrenUnmodifiable().stream().filter(Node::isVisible).toList();
        Optional<Node> cover = children.stream().filter(child -> child.getStyleClass().contains("cover")).findFirst();
        for (Node child : cover.map(List::of).orElse(children)) {
            boolean isOff = child instanceof ListCell<?> cell && cell.isEmpty();
            if (!isOff && !child.getStyleClass().contains("scroll-bar")) {
                walk(child, isPort ? bounds : window, isScrolled || isPort);
            }
        }
    }

    private static boolean outside(Bounds bounds, Bounds window, boolean isScrolled) {
        boolean isBeside = bounds.getMinX() < window.getMinX() - PIXELS_OFF_MAX
                || bounds.getMaxX() > window.getMaxX() + PIXELS_OFF_MAX;
        boolean isAbove = bounds.getMinY() < window.getMinY() - PIXELS_OFF_MAX
                || bounds.getMaxY() > window.getMaxY() + PIXELS_OFF_MAX;
        return isBeside || (isAbove && !isScrolled);
    }

    private void cut(Labeled labeled) {
        boolean isSignOnly = labeled.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY;
        boolean mayCut = isSignOnly || labeled.getStyleClass().contains("may-cut");
        boolean isWhole = labeled.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .anyMatch(text -> text.getText().equals(labeled.getText()));
        if (!mayCut && !isWhole) {
            faults.add("cut short: " + name(labeled));
        }
        double wanted = labeled.isWrapText() ? labeled.prefHeight(labeled.getWidth()) : labeled.minHeight(-1);
        if (!mayCut && labeled.getHeight() < wanted - PIXELS_OFF_MAX) {
            faults.add("too low: " + name(labeled) + " " + labeled.getHeight() + " < " + wanted);
        }
    }

    /// A text that is larger than a box it stands in.
    private void spilt(Labeled labeled, Bounds bounds) {
        for (Node each = labeled.getParent(); each instanceof Region; each = each.getParent()) {
            Bounds box = each.localToScene(each.getLayoutBounds());
            if (outside(bounds, box, false)) {
                faults.add("spilt: " + name(labeled) + " " + place(bounds) + " of " + name(each) + " " + place(box));
                return;
            }
        }
    }

    private void said(Node node) {
        String text = node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
        String spoken = node.getAccessibleText() == null ? "" : node.getAccessibleText();
        if (text.isBlank() && spoken.isBlank()) {
            faults.add("unsaid: " + name(node));
        }
    }

    private void overlaps() {
        List<Labeled> leaves = words.stream()
                .filter(each -> (each instanceof Label || each.getGraphic() == null) && !isScrolled(each))
                .toList();
        List<Bounds> places = leaves.stream().map(each -> each.localToScene(each.getLayoutBounds())).toList();
        for (int at = 0; at < leaves.size(); at++) {
            for (int other = at + 1; other < leaves.size(); other++) {
                if (meet(places.get(at), places.get(other)) && !isOneInside(leaves.get(at), leaves.get(other))) {
                    faults.add("on top of each other: " + name(leaves.get(at)) + " and " + name(leaves.get(other)));
                }
            }
        }
    }

    private static boolean isScrolled(Node node) {
        return above(node).anyMatch(each -> each instanceof ScrollPane || each instanceof ListView<?>);
    }

    private static boolean isOneInside(Node one, Node other) {
        return above(one).anyMatch(other::equals) || above(other).anyMatch(one::equals);
    }

    private static Stream<Node> above(Node node) {
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent);
    }

    private static boolean meet(Bounds one, Bounds other) {
        double width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return width > PIXELS_OFF_MAX && height > PIXELS_OFF_MAX;
    }

    /// Texts that stand out too little from what is behind them (WCAG 2.1, 1.4.3).
    static List<String> pale(Scene scene) {
        return seen(scene.getRoot())
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> !text.getText().isBlank() && !isDisabled(text) && text.getFill() instanceof Color)
                .filter(text -> contrast((Color) text.getFill(), behind(text)) < least(text))
                .map(text -> "'" + text.getText() + "' " + text.getFill() + " on " + behind(text) + ": "
                        + contrast((Color) text.getFill(), behind(text)))
                .distinct()
                .toList();
    }

    private static boolean isDisabled(Node node) {
        return node.isDisabled() || (node.getParent() != null && isDisabled(node.getParent()));
    }

    private static double least(Text text) {
        double pixels = text.getFont().getSize();
        boolean isBold = text.getFont().getStyle().contains("Bold");
        boolean isLarge = pixels >= LARGE_PIXELS || (isBold && pixels >= LARGE_BOLD_PIXELS);
        return isLarge ? CONTRAST_LARGE_MIN : CONTRAST_MIN;
    }

    private static Color behind(Node node) {
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof Region region) {
                Optional<Color> color = fill(region.getBackground());
                if (color.isPresent()) {
                    return color.get();
                }
            }
        }
        return Color.WHITE;
    }

    private static Optional<Color> fill(Background background) {
        return Stream.ofNullable(background)
                .flatMap(each -> each.getFills().stream())
                .map(each -> each.getFill())
                .filter(Color.class::isInstance)
                .map(Color.class::cast)
                .filter(color -> color.getOpacity() > 0.99)
                .reduce((_, last) -> last);
    }

    static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static String name(Node node) {
        String text = node instanceof Labeled labeled ? " '" + labeled.getText() + "'" : "";
        return node.getClass().getSimpleName() + node.getStyleClass() + text;
    }

    private static String place(Bounds bounds) {
        return "[%.0f,%.0f %.0fx%.0f]".formatted(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
}
