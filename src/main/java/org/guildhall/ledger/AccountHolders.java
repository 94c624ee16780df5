package org.guildhall.ledger;

import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;

/** Knows who may own accounts; the module that registers members implements it. */
public interface AccountHolders {

    /**
     * Refuses, as not found, a member that does not exist or lies outside the actor's scope for the permission, and refuses
     * an actor without the permission. Asked for every change of points, so it must answer from memory for members seen lately.
     */
    void require(MemberId member, Permission permission);
}
