package org.guildhall.loyalty;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;

/** Records what members do beside buying, says what it brought, and takes back what was a mistake. */
public interface Occasions {

    /** Records one occasion, its points and what follows for the tier, in one transaction; the key is its number when it brings none. */
    OccasionReceipt record(RecordOccasion command, String key);

    /** Takes an occasion back, from now on, with all it brought. */
    OccasionView takeBack(UUID occasion, TakeBackOccasion command);

    /** One page of a member's occasions, newest first. */
    Slice<OccasionView> list(OccasionQuery query);

    /** One occasion; why it brought what it did is asked as of any fact. */
    OccasionView get(UUID occasion);

    /** Records what the house knows by itself, inside the caller's transaction; what was recorded before changes nothing. Gives how many are new. */
    int tell(List<OccasionFact> facts);

    /**
     * Hears inside the caller's transaction that one member brought another: recorded as an occasion if the rules of the day
     * thank for it and nobody brought them before.
     */
    boolean brought(MemberId by, MemberId referred, Instant at);
}
