package org.guildhall.approvals;

import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Refusal;

/** Why approvals say no. */
public sealed interface ApprovalRefusal extends Refusal.Reason {

    /** Refusals because there is no such thing for this actor. */
    sealed interface Missing extends ApprovalRefusal, Refusal.Missing {}

    /** There is no such request, or not for this actor. */
    record NoSuchRequest(String request) implements Missing {}

    /** There is no such delegation of the actor. */
    record NoSuchDelegation(String delegation) implements Missing {}

    /** Refusals because the present state forbids it. */
    sealed interface Conflict extends ApprovalRefusal, Refusal.Conflict {}

    /** The request moved on since it was looked at. */
    record StaleRequest(int expected, int actual) implements Conflict {}

    /** The request is not in a state in which that can be done. */
    record NotNow(String state) implements Conflict {}

    /** A request for the same thing, but in another way, waits already; it is decided or withdrawn first. */
    record AskedOtherwise(UUID request, String requestedBy) implements Conflict {}

    /** Refusals because the actor may not. */
    sealed interface Forbidden extends ApprovalRefusal, Refusal.Forbidden {}

    /** The step that waits asks other posts. */
    record NotYours(String posts) implements Forbidden {}

    /** Nobody decides what they asked for, not even with a colleague's power. */
    record OwnRequest(String requestedBy) implements Forbidden {}

    /** Only the one who asked can withdraw or ask again. */
    record NotTheRequester(String requestedBy) implements Forbidden {}

    /** Only who edited the draft last asks for its publication, so that nobody approves the own words. */
    record NotTheEditor(String editor) implements Forbidden {}

    /** Refusals by a rule of the institution. */
    sealed interface Rule extends ApprovalRefusal, Refusal.Rule {}

    /** The authority table wants this act decided by others: it has to be asked for. */
    record ApprovalNeeded(String act, String posts) implements Rule {}

    /** The colleague does not work here on that day, or is the one who asked. */
    record NoColleague(String staff) implements Rule {}

    /** A delegation runs from today or later for at most a year. */
    record DaysOutOfRange(LocalDate first, LocalDate last) implements Rule {}
}
