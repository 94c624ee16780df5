package org.guildhall.members;

import java.util.List;
import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;

/**
 * Serves at a counter whoever stands there, members of other stores too: they are identified exactly, by something they alone
 * would show, and then served for some minutes by whoever identified them.
 *
 * <p>This is the one place that decides whether the counter may act for a member. It opens acts at the counter and nothing else:
 * the member's file, lists and files keep asking {@link Members#requireVisible(MemberId, Permission)}, which knows nothing of it.
 */
public interface Serving {

    /**
     * The living members whose whole number or whole mobile this is, nobody if there are none, as far as the actor sees their
     * values. Those beyond the reach of the counter's permission are served by the actor from now on, which is remembered;
     * refused after too many who don't exist, or too many of others.
     */
    List<ServedMember> identify(String shown, UnitId store, Permission counter);

    /** The member at the counter, who is within reach or served. */
    ServedMember get(MemberId member, Permission counter);

    /**
     * Refuses unless the actor holds the permission and the member is within its reach or served by the actor. A member who was
     * served until lately is to be identified again.
     */
    void require(MemberId member, Permission permission);
}
