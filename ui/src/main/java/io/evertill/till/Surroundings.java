package io.evertill.till;

import io.evertill.staff.Roster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the till knows of the world around it.
///
/// @param now the time, as of the last tick
/// @param sync how much waits for the centre
/// @param stopped why nothing can be saved at the moment
/// @param favourites articles on screen without a search
/// @param isNetworkCut whether a person cut the network here
/// @param roster who works here
/// @param touchedAt when a hand last did something, as far as the clock was not set back since
public record Surroundings(
        Instant now, SyncStatus sync, Optional<Notice.Problem> stopped, List<Article> favourites, boolean isNetworkCut,
        Roster roster, Instant touchedAt) {
    /// Copies the list.
    public Surroundings {
        favourites = List.copyOf(favourites);
    }

    Surroundings at(Instant time) {
        return new Surroundings(time, sync, stopped, favourites, isNetworkCut, roster, time.isBefore(touchedAt) ? time : touchedAt);
    }

    Surroundings with(SyncStatus status) {
        return new Surroundings(now, status, stopped, favourites, isNetworkCut, roster, touchedAt);
    }

    Surroundings stopped(Optional<Notice.Problem> problem) {
        return new Surroundings(now, sync, problem, favourites, isNetworkCut, roster, touchedAt);
    }

    Surroundings offering(List<Article> articles) {
        return new Surroundings(now, sync, stopped, articles, isNetworkCut, roster, touchedAt);
    }

    Surroundings cut(boolean isCut) {
        return new Surroundings(now, sync, stopped, favourites, isCut, roster, touchedAt);
    }

    Surroundings with(Roster other) {
        return new Surroundings(now, sync, stopped, favourites, isNetworkCut, other, touchedAt);
    }

    Surroundings touched() {
        return new Surroundings(now, sync, stopped, favourites, isNetworkCut, roster, now);
    }
}
