/// The database, at the till and at the centre: the only package that knows SQL.
///
/// One class a table; [Database][io.evertill.db.Database] opens, migrates and gives transactions.
///
/// More than 14 files because each table is a class of its own, which is the point of this package.
@NullMarked
package io.evertill.db;

import org.jspecify.annotations.NullMarked;
