# What R says of the networks in networks/, kept in r.json, so that tests need no R.
#
#   apt-get install r-cran-igraph r-cran-sna r-cran-jsonlite
#   Rscript make.R            # in this folder
#
# Every list stands in the order of "nodes". A value that is not a finite number is null.

suppressPackageStartupMessages({
  library(jsonlite)
  library(igraph)
})

round_trip <- I(15) # significant digits

read <- function(name, directed) {
  as_text <- c("character", "character", "numeric")
  ties <- read.csv(file.path("networks", paste0(name, ".ties.csv")), colClasses = as_text)
  nodes <- read.csv(file.path("networks", paste0(name, ".nodes.csv")), colClasses = "character")
  graph_from_data_frame(ties, directed = directed, vertices = nodes)
}

finite <- function(x) ifelse(is.finite(x), x, NA)

by_node <- function(x) as.vector(finite(x))

structure_of <- function(graph) {
  bare <- delete_edge_attr(graph, "weight")
  weights <- E(graph)$weight
  pieces <- biconnected_components(bare)
  list(
    betweenness = by_node(betweenness(bare)),
    betweennessWeighted = by_node(betweenness(graph, weights = weights)),
    constraint = by_node(constraint(bare)),
    constraintWeighted = by_node(constraint(graph, weights = weights)),
    articulation = sort(articulation_points(bare)$name),
    biconnectedSizes = sort(sapply(pieces$components, length), decreasing = TRUE),
    bridges = apply(ends(bare, bridges(bare)), 1, function(tie) sort(tie), simplify = FALSE),
    coreness = by_node(coreness(bare)),
    pageRank = by_node(page_rank(bare)$vector),
    pageRankWeighted = by_node(page_rank(graph, weights = weights)$vector)
  )
}

# sna counts a two-path of an undirected network in both directions, and so each broker twice.
brokerage_of <- function(graph) {
  found <- sna::brokerage(as_adjacency_matrix(graph, sparse = FALSE), V(graph)$group)
  matrices <- found[c("raw.nli", "exp.nli", "sd.nli", "z.nli")]
  vectors <- found[c("raw.gli", "exp.gli", "sd.gli", "z.gli")]
  c(
    list(columns = colnames(found$raw.nli)),
    lapply(matrices, function(x) unname(apply(x, 1, by_node, simplify = FALSE))),
    lapply(vectors, by_node)
  )
}

mixing_of <- function(graph) {
  group <- as.integer(factor(V(graph)$group))
  list(
    assortativity = assortativity_nominal(graph, group, directed = is_directed(graph)),
    modularity = modularity(delete_edge_attr(as.undirected(graph, "collapse"), "weight"), group)
  )
}

# Newman (2001), equation 2: an event with k women gives each pair of them 1 / (k - 1).
projection_of <- function(graph) {
  women <- V(graph)[group == "woman"]
  attended <- as_adjacency_matrix(graph, sparse = FALSE)[women, V(graph)[group == "event"]]
  guests <- colSums(attended)
  weight <- attended[, guests > 1] %*% diag(1 / (guests[guests > 1] - 1)) %*% t(attended[, guests > 1])
  shared <- attended %*% t(attended)
  diag(weight) <- 0
  diag(shared) <- 0
  projected <- graph_from_adjacency_matrix(weight, mode = "undirected", weighted = TRUE)
  list(
    nodes = names(women),
    weights = lapply(seq_along(women), function(i) unname(weight[i, ])),
    shared = lapply(seq_along(women), function(i) unname(shared[i, ])),
    constraintWeighted = by_node(constraint(projected)),
    betweenness = by_node(betweenness(projected, weights = NA))
  )
}

about <- read.csv(file.path("networks", "networks.csv"))
networks <- list()
for (i in seq_len(nrow(about))) {
  name <- about$network[i]
  graph <- read(name, as.logical(about$directed[i]))
  networks[[name]] <- c(list(directed = is_directed(graph), nodes = V(graph)$name), structure_of(graph))
  if (as.logical(about$groups[i])) {
    networks[[name]]$brokerage <- brokerage_of(graph)
    networks[[name]]$mixing <- mixing_of(graph)
  }
}
networks$davis$projection <- projection_of(read("davis", FALSE))

packages <- c("igraph", "sna", "jsonlite")
versions <- c(R = as.character(getRversion()), sapply(packages, function(name) as.character(packageVersion(name))))
scalars <- function(x) rapply(x, function(y) if (length(y) == 1 && is.numeric(y)) unbox(y) else y, how = "replace")
for (name in names(networks)) {
  networks[[name]]$directed <- unbox(networks[[name]]$directed)
  if (!is.null(networks[[name]]$mixing)) networks[[name]]$mixing <- scalars(networks[[name]]$mixing)
}
write_json(
  list(versions = lapply(as.list(versions), unbox), networks = networks),
  "r.json",
  digits = round_trip, na = "null", auto_unbox = FALSE
)
