export default { rules: { 'property-no-unknown': true, 'block-no-empty': true } };
