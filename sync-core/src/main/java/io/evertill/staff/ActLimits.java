package io.evertill.staff;

/// Up to which amount people at a till do something alone; what is more wants somebody who may.
///
/// @param voids what may be taken out of one basket of one product
/// @param paidVoids the same once something was paid
/// @param cashOut what may be taken out of the drawer at once
/// @param openReturns what may be paid for goods without a receipt in one sale
/// @param isVoidReasonAsked whether a line that is taken out wants a reason each time
public record ActLimits(
        RoleLimits voids, RoleLimits paidVoids, RoleLimits cashOut, RoleLimits openReturns, boolean isVoidReasonAsked) {
    /// No limits, and no questions.
    public static final ActLimits NONE =
            new ActLimits(RoleLimits.NONE, RoleLimits.NONE, RoleLimits.NONE, RoleLimits.NONE, false);
}
