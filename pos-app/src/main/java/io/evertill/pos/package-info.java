/// The till as a process: its data folder, its object graph, its threads and its line to the centre. No window.
///
/// [DataFolder][io.evertill.pos.DataFolder] is everything a till knows; [Enrolling][io.evertill.pos.Enrolling] makes it
/// somebody; [TillProcess][io.evertill.pos.TillProcess] opens the folder and runs; [Sync][io.evertill.pos.Sync] carries
/// entries up and the feed down in the background. Selling needs none of the network: a till that never reaches the centre
/// again sells on.
///
/// More than 14 files because screen, ledger, line, folder and threads of one process are joined here, each by a class of
/// its own.
@NullMarked
package io.evertill.pos;

import org.jspecify.annotations.NullMarked;
