/// A detector whose findings of one scan exceed this offers no names that may have been meant: each
/// costs a comparison with everything in the namespace, and so many are no slips of the pen.
let nearestNameLimit = 100
