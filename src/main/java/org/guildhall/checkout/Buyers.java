package org.guildhall.checkout;

import java.util.List;
import org.guildhall.kernel.MemberId;

/** Says who stands at the counter. */
public interface Buyers {

    /**
     * The members whom what is shown names exactly, nobody if it names none. Members of other stores are served by whoever asks
     * from then on, for some minutes; refused after too many guesses.
     */
    List<BuyerView> identify(IdentifyBuyer command);

    /** The member, if within reach or served at the counter. */
    BuyerView get(MemberId member);
}
