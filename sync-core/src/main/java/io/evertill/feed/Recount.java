package io.evertill.feed;

import io.evertill.db.Terms;
import io.evertill.db.Tx;
import io.evertill.wire.FeedPage;
import java.util.function.LongConsumer;

/// Counts at a till the rows that the centre fed, instead of believing the sums that are kept beside them.
public final class Recount {
    private Recount() {}

    /// The count and sum of a table's rows.
    ///
    /// @param table one of [Feed#TABLES]
    public static FeedPage.Sum of(Tx tx, String table) {
        FeedPage.Sum[] sum = {FeedPage.Sum.NONE};
        LongConsumer add = rowHash -> sum[0] = sum[0].plus(rowHash);
        switch (table) {
            case Feed.PRODUCT -> tx.catalogue().eachHash(add);
            case Feed.PRICE -> tx.terms().eachHash(Terms.Kind.PRICE, add);
            case Feed.TAX -> tx.terms().eachHash(Terms.Kind.TAX, add);
            case Feed.SETTING -> tx.terms().eachHash(Terms.Kind.SETTING, add);
            case Feed.CUSTOMER -> tx.customers().eachHash(add);
            default -> tx.fed().eachHash(table, add);
        }
        return sum[0];
    }
}
