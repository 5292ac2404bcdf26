# Golden values of src/stats/correspondence_analysis.rs, from FactoMineR.
#
# usage: Rscript correspondence_analysis.R > tests/oracle/correspondence_analysis.json      (apt-get install r-cran-factominer r-cran-jsonlite)
suppressMessages(library(FactoMineR))

# Invented counts, eight outlets and six words: a plain table, one with a zero and small counts, one wider than high.
tables <- list(
  plain = rbind(c(31, 4, 12, 7, 22, 9), c(5, 27, 14, 3, 11, 8), c(18, 16, 9, 21, 4, 6), c(12, 9, 33, 8, 7, 15),
                c(26, 3, 6, 12, 19, 2), c(4, 22, 17, 9, 13, 5), c(9, 11, 8, 29, 6, 14), c(17, 8, 21, 5, 10, 24)),
  sparse = rbind(c(7, 0, 1), c(2, 5, 0), c(0, 3, 6), c(1, 1, 9), c(4, 2, 2)),
  wide = rbind(c(14, 3, 8, 2, 6, 11, 5), c(2, 17, 4, 9, 3, 7, 12), c(6, 5, 19, 4, 8, 2, 3), c(9, 8, 2, 15, 1, 6, 4))
)
extra <- list(
  plain = list(row = c(3, 5, 0, 2, 1, 4), column = c(2, 9, 4, 1, 3, 6, 5, 7)),
  sparse = list(row = c(1, 0, 3), column = c(0, 2, 4, 1, 1)),
  wide = list(row = c(4, 1, 2, 2, 3, 5, 1), column = c(6, 1, 3, 2))
)

golden <- function(name) {
  counts <- tables[[name]]
  i <- nrow(counts); j <- ncol(counts); axes <- min(i, j) - 1
  more <- rbind(cbind(counts, extra[[name]]$column), c(extra[[name]]$row, 0))
  rownames(more) <- paste0("r", seq_len(i + 1)); colnames(more) <- paste0("c", seq_len(j + 1))
  ca <- CA(as.data.frame(more), ncp = axes, row.sup = i + 1, col.sup = j + 1, graph = FALSE)
  rows <- function(m) lapply(seq_len(nrow(m)), function(at) unname(m[at, ]))
  side <- function(part) list(coordinates = rows(part$coord), contributions = rows(part$contrib / 100), cos2 = rows(part$cos2))
  one <- function(part) list(coordinates = unname(part$coord[1, ]), cos2 = unname(part$cos2[1, ]))
  list(table = rows(counts), extra_row = extra[[name]]$row, extra_column = extra[[name]]$column, inertias = unname(ca$eig[, 1]),
       rows = side(ca$row), columns = side(ca$col), supplementary_row = one(ca$row.sup), supplementary_column = one(ca$col.sup))
}

cat(jsonlite::toJSON(lapply(names(tables), golden), digits = NA), "\n")
