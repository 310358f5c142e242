package io.evertill.till;

import io.evertill.price.Promotions;
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
/// @param promotions those that the centre told of, whether they apply now or not
public record Surroundings(
        Instant now,
        SyncStatus sync,
        Optional<Notice.Problem> stopped,
        List<Article> favourites,
        boolean isNetworkCut,
        Promotions promotions) {
    /// Copies the list.
    public Surroundings {
        favourites = List.copyOf(favourites);
    }

    Surroundings at(Instant time) {
        return new Surroundings(time, sync, stopped, favourites, isNetworkCut, promotions);
    }

    Surroundings with(SyncStatus status) {
        return new Surroundings(now, status, stopped, favourites, isNetworkCut, promotions);
    }

    Surroundings stopped(Optional<Notice.Problem> problem) {
        return new Surroundings(now, sync, problem, favourites, isNetworkCut, promotions);
    }

    Surroundings offering(List<Article> articles) {
        return new Surroundings(now, sync, stopped, articles, isNetworkCut, promotions);
    }

    Surroundings promoting(Promotions known) {
        return new Surroundings(now, sync, stopped, favourites, isNetworkCut, known);
    }

    Surroundings cut(boolean isCut) {
        return new Surroundings(now, sync, stopped, favourites, isCut, promotions);
    }
}
