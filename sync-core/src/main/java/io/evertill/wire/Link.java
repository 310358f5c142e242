package io.evertill.wire;

import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The network as a till sees it: one upload or download, answered or not. It never throws for a broken network.
///
/// Not thread-safe unless an implementation says so: a till has one upload in flight.
public interface Link {
    /// The most bytes of a snapshot in one part.
    int SNAPSHOT_PART_BYTES_MAX = 1024 * 1024;

    /// The header that says which version of the feed a till reads ([FeedLines#VERSION]); a till without it reads 1.
    String FEED_VERSION_HEADER = "Evertill-Feed";

    /// Sends an upload and waits for the answer.
    PushReply push(Push push);

    /// Asks for the page of the feed behind a cursor; empty asks from the beginning and is answered with
    /// [PullReply.Gone] when that would take a snapshot.
    PullReply pull(Optional<FeedPage.Cursor> cursor);

    /// Asks for the part of the snapshot that begins at an offset.
    ///
    /// @param tag the file that was begun; empty for whichever is current
    PullReply snapshot(Optional<String> tag, long offset);

    /// Tells the centre of customers whom the till met, and hears who of them is gone from its book.
    ///
    /// @param customers at most [CustomerRows#COUNT_MAX]
    /// @return empty when nobody answered: then they are told again
    default Optional<Set<CustomerId>> introduce(List<Customer> customers) {
        return Optional.empty();
    }
}
