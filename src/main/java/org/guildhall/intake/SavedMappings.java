package org.guildhall.intake;

import java.util.List;
import java.util.UUID;
import org.guildhall.intake.SavedMapping.SaveMapping;

/** Keeps mappings and settings under names, for the next file of the same sort. */
public interface SavedMappings {

    /** All, by name. */
    List<SavedMapping> list();

    /** Keeps a new one; a name that is taken is refused. */
    SavedMapping save(SaveMapping content);

    /** Replaces one. */
    SavedMapping replace(UUID id, SaveMapping content);

    /** Forgets one. */
    void delete(UUID id);
}
