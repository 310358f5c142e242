package io.evertill.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.audit.CentreAudit;
import io.evertill.db.CentreOn;
import io.evertill.feed.HeadOffice.Change;
import io.evertill.feed.Personnel.Employed;
import io.evertill.outbox.Shop;
import io.evertill.person.Person;
import io.evertill.register.PinCheck;
import io.evertill.staff.Badge;
import io.evertill.staff.StaffMember;
import io.evertill.staff.TillRole;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersonnelTest {
    private static final StaffMember ZOE = member("zoe", TillRole.CASHIER);
    private static final StaffMember BEA = member("bea", TillRole.SUPERVISOR);
    private static final StaffMember CY = member("cy", TillRole.CASHIER);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aTillKnowsTheStaffOfItsStoreAndNoOther(CentreOn on) {
        try (Shop shop = new Shop(folder, on.open(folder, Clock.systemUTC()))) {
            Personnel office = new Personnel(shop.feed);
            List<Change> changes = shop.centre.write(tx -> List.of(
                    office.define(tx, new Employed("S1", ZOE)), office.define(tx, new Employed("", BEA)),
                    office.define(tx, new Employed("S2", CY)), office.define(tx, new Employed("S1", ZOE)),
                    office.define(tx, new Employed("S1", ZOE.in(TillRole.MANAGER)))));

            List<StaffMember> fed = pulled(shop);

            assertEquals(List.of(Change.ADDED, Change.ADDED, Change.ADDED, Change.SAME, Change.CHANGED), changes);
            assertEquals(List.of(BEA, ZOE.in(TillRole.MANAGER)), fed);
            assertEquals(List.of(), CentreAudit.of(shop.centre).differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsRemovedIsGoneFromTheTill(CentreOn on) {
        try (Shop shop = new Shop(folder, on.open(folder, Clock.systemUTC()))) {
            Personnel office = new Personnel(shop.feed);
            shop.centre.run(tx -> office.define(tx, new Employed("S1", ZOE)));
            shop.centre.run(tx -> office.define(tx, new Employed("S1", BEA)));
            pulled(shop);

            List<Boolean> removals = shop.centre.write(tx -> List.of(office.remove(tx, "zoe"), office.remove(tx, "zoe")));

            assertEquals(List.of(true, false), removals);
            assertEquals(List.of(BEA), pulled(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyMovesAndNobodyHasTheBadgeOfAnother(CentreOn on) {
        try (Shop shop = new Shop(folder, on.open(folder, Clock.systemUTC()))) {
            Personnel office = new Personnel(shop.feed);
            StaffMember badged = ZOE.withBadge(Optional.of(Badge.of("BADGE-001")));
            shop.centre.run(tx -> office.define(tx, new Employed("S1", badged)));

            assertThrows(IllegalArgumentException.class, () -> shop.centre.run(tx -> office.define(tx, new Employed("S2", ZOE))));
            assertThrows(IllegalArgumentException.class, () -> shop.centre.run(tx ->
                    office.define(tx, new Employed("S2", CY.withBadge(badged.badge())))));

            assertEquals(Change.SAME, shop.centre.write(tx -> office.define(tx, new Employed("S1", badged))));
        }
    }

    private List<StaffMember> pulled(Shop shop) {
        shop.feed.publish();
        Pull pull = shop.pull(shop.link(), folder);
        Pull.Step step = pull.step();
        for (int at = 0; at < 100 && !(step instanceof Pull.Step.UpToDate); at++) {
            step = pull.step();
        }
        assertEquals(new Pull.Step.UpToDate(), step);
        return PinCheck.roster(shop.till).members();
    }

    private static StaffMember member(String id, TillRole role) {
        return new StaffMember(new Person(id, id), role, "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA", Optional.empty());
    }
}
