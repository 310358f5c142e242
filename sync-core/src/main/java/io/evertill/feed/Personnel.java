package io.evertill.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.StoreStaff;
import io.evertill.db.Tx;
import io.evertill.feed.HeadOffice.Change;
import io.evertill.staff.StaffMember;
import io.evertill.wire.Json;
import io.evertill.wire.StaffRows;
import java.util.Optional;

/// Who works at the tills, as the head office says: each written together with the row for the feed.
///
/// Hashes reach the tills of the store where a person works, and no others.
public final class Personnel {
    private final Feed feed;

    /// A personnel office that tells the tills through a feed.
    public Personnel(Feed feed) {
        this.feed = feed;
    }

    /// Somebody, and where.
    ///
    /// @param branch the store; empty for every store
    public record Employed(String branch, StaffMember member) {}

    /// Defines somebody. Nobody moves to another store: remove and add.
    ///
    /// @throws IllegalArgumentException when the person's id, or the badge, belongs to somebody already
    public Change define(Tx tx, Employed employed) {
        StaffMember member = employed.member();
        Optional<Employed> before = find(tx, member.person().id());
        if (before.filter(known -> !known.branch().equals(employed.branch())).isPresent()) {
            throw new IllegalArgumentException(
                    member.person().id() + " works in another store already; use another id, or remove that one");
        }
        requireOwnBadge(tx, member);
        ObjectNode row = StaffRows.member(member);
        if (before.filter(known -> known.member().equals(member)).isPresent()) {
            return Change.SAME;
        }
        tx.storeStaff().put(new StoreStaff.Defined(member.person().id(), employed.branch(), Json.canonical(row)), tx.now());
        feed.put(tx, Feed.STAFF, employed.branch(), member.person().id(), row);
        return before.isEmpty() ? Change.ADDED : Change.CHANGED;
    }

    /// Nobody can tell by a PIN whose it is; a badge must.
    private static void requireOwnBadge(Tx tx, StaffMember member) {
        member.badge().ifPresent(badge -> {
            for (Optional<Employed> next = next(tx, ""); next.isPresent(); next = next(tx, next.get().member().person().id())) {
                StaffMember other = next.get().member();
                if (!other.person().id().equals(member.person().id()) && other.badge().filter(badge::equals).isPresent()) {
                    throw new IllegalArgumentException("the badge belongs to somebody already");
                }
            }
        });
    }

    /// Removes somebody; answers whether there was anybody to remove.
    public boolean remove(Tx tx, String person) {
        Optional<Employed> before = find(tx, person);
        before.ifPresent(known -> {
            tx.storeStaff().remove(person);
            feed.remove(tx, Feed.STAFF, known.branch(), person);
        });
        return before.isPresent();
    }

    /// Somebody by id.
    public static Optional<Employed> find(Tx tx, String person) {
        return tx.storeStaff().find(person).map(Personnel::read);
    }

    /// The first behind an id, in order; start behind an empty one.
    public static Optional<Employed> next(Tx tx, String person) {
        return tx.storeStaff().after(person, 1).stream().findFirst().map(Personnel::read);
    }

    private static Employed read(StoreStaff.Defined defined) {
        return new Employed(defined.branch(), StaffRows.member(Json.parse(defined.content().content())));
    }
}
