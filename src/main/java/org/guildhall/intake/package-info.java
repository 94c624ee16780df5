/**
 * Takes files from business systems into the house: what is in a file is seen before anything is stored, each bad row is
 * named with its remedy, an import survives a crash without loss or doubling, and it can be undone.
 *
 * <p>A file goes: upload, profile, mapping and settings, dry run, import, and if need be undo. Reading and cleaning are
 * pure; members and purchases are stored only through the façades of those modules, batch by batch, each batch in one
 * transaction with its own mark of being done.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access", "members", "loyalty"})
package org.guildhall.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
