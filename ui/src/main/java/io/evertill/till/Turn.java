package io.evertill.till;

import io.evertill.till.Notice.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/// One step while it is being taken: the state so far and the effects so far. It never leaves the step.
final class Turn {
    private final List<TillEffect> effects = new ArrayList<>();
    private TillState state;

    Turn(TillState state) {
        this.state = state;
    }

    TillState state() {
        return state;
    }

    List<TillEffect> effects() {
        return effects;
    }

    void become(TillState next) {
        state = next;
    }

    void go(Activity activity) {
        state = state.in(activity);
    }

    void hold(OpenSale sale) {
        state = state.holding(sale);
    }

    void type(String text) {
        state = state.typing(text);
    }

    void want(TillEffect effect) {
        effects.add(effect);
    }

    void play(TillEffect.Sound sound) {
        effects.add(new TillEffect.Play(sound));
    }

    /// Asks for something under a new number, and says the number.
    long ask(LongFunction<TillEffect.Asking> effect) {
        state = state.asking(state.asking().next());
        long number = state.asking().last();
        effects.add(effect.apply(number));
        return number;
    }

    void say(Tone tone, Phrase phrase, Object... about) {
        state = state.saying(Optional.of(new Notice.Said(tone, phrase, List.of(about))));
    }

    /// Says something more: what was said before stays. What was said already is not said twice.
    void add(Notice.Said more) {
        List<Notice> parts = new ArrayList<>(state.notice().map(Notice::each).orElse(List.of()));
        if (!parts.contains(more)) {
            parts.add(more);
        }
        state = state.saying(Optional.of(parts.size() == 1 ? more : new Notice.Several(parts)));
    }

    void add(Tone tone, Phrase phrase, Object... about) {
        add(new Notice.Said(tone, phrase, List.of(about)));
    }

    /// Says that something did not count; the cashier hears it too.
    void refuse(Phrase phrase, Object... about) {
        say(Tone.REFUSED, phrase, about);
        play(TillEffect.Sound.BLOCKED);
    }

    void warn(Trouble trouble, String detail) {
        warn(new Notice.Problem(trouble, detail, 0));
    }

    void warn(Notice.Problem problem) {
        state = state.saying(Optional.of(problem));
    }

    void hush() {
        state = state.saying(Optional.empty());
    }
}
