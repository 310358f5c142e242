package io.evertill.till;

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
public record Surroundings(
        Instant now, SyncStatus sync, Optional<Notice.Problem> stopped, List<Article> favourites, boolean isNetworkCut) {
    /// Copies the list.
    public Surroundings {
        favourites = List.copyOf(favourites);
    }

    Surroundings at(Instant time) {
        return new Surroundings(time, sync, stopped, favourites, isNetworkCut);
    }

    Surroundings with(SyncStatus status) {
        return new Surroundings(now, status, stopped, favourites, isNetworkCut);
    }

    Surroundings stopped(Optional<Notice.Problem> problem) {
        return new Surroundings(now, sync, problem, favourites, isNetworkCut);
    }

    Surroundings offering(List<Article> articles) {
        return new Surroundings(now, sync, stopped, articles, isNetworkCut);
    }

    Surroundings cut(boolean isCut) {
        return new Surroundings(now, sync, stopped, favourites, isCut);
    }
}
