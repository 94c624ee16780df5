package org.guildhall.access;

/** Knows the log-in policy in force; a module above may offer one as a bean, else the defaults hold. */
public interface SignInRules {

    /** The policy in force now; asked on every request, so it answers from memory. */
    SignInPolicy inForce();
}
