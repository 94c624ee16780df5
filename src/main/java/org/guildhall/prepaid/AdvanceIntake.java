package org.guildhall.prepaid;

import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.members.MemberKind;

/**
 * Lets money in that a module is paid in advance for something else than stored value, by the same rules and into the same room
 * as top-ups: refused where so much has to come by bank transfer, refused or noticed beyond the cap, refused once the end of honouring is announced. For code: the module that takes
 * the money checks who may.
 */
public interface AdvanceIntake {

    /** What is known before anything is locked: who waits for a lock must not keep others from the connection they need. */
    Admission prepare();

    /** Admits money by what was known when it was prepared, and by what moved since. */
    interface Admission {

        /**
         * Lets so much in, or refuses; called once in the transaction that takes it, before that is told. Whoever comes near the cap
         * waits there for one another, so that no two use the same room.
         *
         * @return what is to be noticed of it and kept with it
         */
        List<String> admit(Payment payment);
    }

    /**
     * Money that is paid in advance.
     *
     * @param payer what kind of member pays it
     */
    record Payment(PaidFor what, Money amount, PaymentMethod method, MemberKind payer) {}
}
