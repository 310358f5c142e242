package io.evertill.doctor;

import io.evertill.wire.Json;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether a window can be opened from here, and on how many screens.
public final class DisplayCheck implements Check {
    private final Supplier<Optional<Screens>> display;

    /// What there is to draw on.
    ///
    /// @param count how many screens
    /// @param fonts how many families of fonts
    public record Screens(int count, int fonts) {}

    /// The display of this machine.
    ///
    /// @param display empty when no window can be opened from here
    public DisplayCheck(Supplier<Optional<Screens>> display) {
        this.display = display;
    }

    @Override
    public String name() {
        return "display";
    }

    @Override
    public Finding look() {
        Optional<Screens> found = display.get();
        if (found.isEmpty()) {
            return Finding.warning(name(), "No window can be opened from here.",
                    "Ask again on the till's own desktop; if it says the same there, look at DISPLAY and at the libraries of GTK.",
                    Json.object().put("screens", 0));
        }
        Screens screens = found.get();
        var figures = Json.object().put("screens", screens.count()).put("fonts", screens.fonts());
        String facts = screens.count() + (screens.count() == 1 ? " screen, " : " screens, ") + screens.fonts() + " families of fonts.";
        return screens.fonts() == 0
                ? Finding.problem(name(), facts, "Install fonts, such as the package fonts-dejavu-core.", figures)
                : Finding.ok(name(), facts, figures);
    }
}
