package io.evertill.till;

import io.evertill.alert.RedCards;
import io.evertill.price.Promotions;
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
/// @param promotions those that the centre told of, whether they apply now or not
/// @param touchedAt when a hand last did something, as far as the clock was not set back since
/// @param unprinted the numbers of receipts that may not be on paper, until the cashier has been told
/// @param cards the red cards that the centre told of
public record Surroundings(
        Instant now,
        SyncStatus sync,
        Optional<Notice.Problem> stopped,
        List<Article> favourites,
        boolean isNetworkCut,
        Roster roster,
        Promotions promotions,
        Instant touchedAt,
        List<String> unprinted,
        RedCards cards) {
    /// Copies the lists.
    public Surroundings {
        favourites = List.copyOf(favourites);
        unprinted = List.copyOf(unprinted);
    }

    Surroundings at(Instant time) {
        return new Surroundings(time, sync, stopped, favourites, isNetworkCut, roster, promotions,
                time.isBefore(touchedAt) ? time : touchedAt, unprinted, cards);
    }

    Surroundings with(SyncStatus status) {
        return new Surroundings(now, status, stopped, favourites, isNetworkCut, roster, promotions, touchedAt, unprinted, cards);
    }

    Surroundings stopped(Optional<Notice.Problem> problem) {
        return new Surroundings(now, sync, problem, favourites, isNetworkCut, roster, promotions, touchedAt, unprinted, cards);
    }

    Surroundings offering(List<Article> articles) {
        return new Surroundings(now, sync, stopped, articles, isNetworkCut, roster, promotions, touchedAt, unprinted, cards);
    }

    Surroundings cut(boolean isCut) {
        return new Surroundings(now, sync, stopped, favourites, isCut, roster, promotions, touchedAt, unprinted, cards);
    }

    Surroundings with(Roster other) {
        return new Surroundings(now, sync, stopped, favourites, isNetworkCut, other, promotions, touchedAt, unprinted, cards);
    }

    Surroundings touched() {
        return new Surroundings(now, sync, stopped, favourites, isNetworkCut, roster, promotions, now, unprinted, cards);
    }

    Surroundings promoting(Promotions known) {
        return new Surroundings(now, sync, stopped, favourites, isNetworkCut, roster, known, touchedAt, unprinted, cards);
    }

    Surroundings unprinted(List<String> receipts) {
        return new Surroundings(now, sync, stopped, favourites, isNetworkCut, roster, promotions, touchedAt, receipts, cards);
    }

    Surroundings with(RedCards told) {
        return new Surroundings(now, sync, stopped, favourites, isNetworkCut, roster, promotions, touchedAt, unprinted, told);
    }
}
